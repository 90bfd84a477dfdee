import {dot, line, link, type Markish, rect, ruleX, text} from "@observablehq/plot";
import {type ChartOptions, drawPlot, ink, isNarrow, textSize} from "./chart.js";

/** One share at one time. */
export interface TimePoint {
  id: string;
  date: Date;
  /** 0 to 1. */
  share: number;
  /** The number as it is written beside the point. */
  label: string;
  /** The survey this report is about, another that may be set beside it, or one that may not. */
  kind: "subject" | "near" | "other";
}

/** Shares of one kind, of one body, by one publisher, through time; joined by a line where `joined`. */
export interface TimeRow {
  /** Which panel it belongs to: only what measures the same thing shares a panel. */
  panel: string;
  label: string;
  by: string;
  joined: boolean;
  points: readonly TimePoint[];
}

/** A period marked through all panels. */
export interface MarkedPeriod {
  from: Date;
  to: Date;
  label: string;
}

const first = new Date(Date.UTC(2010, 3, 1));
const last = new Date(Date.UTC(2015, 11, 31));

/** A row, a panel's title, or a point, and where it stands: pixels from the top. */
interface PlacedRow extends TimeRow {
  top: number;
  base: number;
}

/**
 * Rows of shares through time, in panels by what they measure. A row's height is 0 to 100; no line leaves its row,
 * so that only what is counted alike is ever joined.
 */
export function timeRows(
  rows: readonly TimeRow[],
  {panels, marked}: {panels: readonly {code: string; title: string}[]; marked: MarkedPeriod},
  options: ChartOptions,
): SVGSVGElement {
  const {width, document} = options;
  const size = textSize(width);
  const {placed, titles, height} = layOut(rows, panels, width);
  const left = isNarrow(width) ? 6 : 178;
  const years = [2011, 2012, 2013, 2014, 2015].map((year) => new Date(Date.UTC(year, 0, 1)));
  return drawPlot(
    [
      rect([marked], {x1: "from", x2: "to", y1: 22, y2: height - 4, fill: ink.rule, fillOpacity: 0.5}),
      text([marked], {x: "from", y: 12, text: "label", textAnchor: "start", fill: ink.subject}),
      ruleX(years, {y1: 22, y2: height - 4, stroke: ink.rule, strokeDasharray: "1 4"}),
      text(
        titles.flatMap(({top}) => years.map((date) => ({date, top}))),
        {x: "date", y: ({top}) => top + size * 1.5, text: ({date}) => String(date.getUTCFullYear()), fill: ink.quiet},
      ),
      text(titles, {
        x: first,
        y: "top",
        dx: -left,
        text: "title",
        textAnchor: "start",
        fill: ink.text,
        fontSize: size + 2,
      }),
      ...rowMarks(placed, options, {size, left}),
      ...pointMarks(placed, options, size),
    ],
    {
      document,
      width,
      height,
      marginLeft: left,
      marginRight: isNarrow(width) ? 44 : 34,
      marginTop: 0,
      marginBottom: 0,
      x: {type: "utc", domain: [first, last], axis: null},
      y: {domain: [0, height], range: [0, height], axis: null},
      r: {type: "identity"},
    },
  );
}

/** Height of a row's 0 to 100, and the room for its labels. */
const scaleHeight = 34;
const pitchAt = (width: number) => (isNarrow(width) ? scaleHeight + 44 : scaleHeight + 20);

function layOut(rows: readonly TimeRow[], panels: readonly {code: string; title: string}[], width: number) {
  let bottom = 24;
  const placed: PlacedRow[] = [];
  const titles: {title: string; top: number}[] = [];
  for (const {code, title} of panels) {
    const own = rows.filter(({panel}) => panel === code);
    if (own.length === 0) continue;
    titles.push({title, top: bottom + 20});
    bottom += 48;
    for (const row of own) {
      const pitch = pitchAt(width);
      placed.push({...row, top: bottom, base: bottom + pitch - 4});
      bottom += pitch;
    }
    bottom += 14;
  }
  return {placed, titles, height: bottom + 4};
}

function rowMarks(
  placed: readonly PlacedRow[],
  {width}: ChartOptions,
  {size, left}: {size: number; left: number},
): Markish[] {
  const y = isNarrow(width) ? ({top}: PlacedRow) => top + size : ({base}: PlacedRow) => base - scaleHeight + size * 0.9;
  return [
    link(placed, {x1: first, x2: last, y1: "base", y2: "base", stroke: ink.rule}),
    text(placed, {
      x: first,
      y,
      dx: -left,
      text: ({label, by}) => (isNarrow(width) ? `${label} (${by})` : label),
      textAnchor: "start",
      fill: ink.text,
    }),
    isNarrow(width)
      ? null
      : text(placed, {
          x: first,
          y: (row: PlacedRow) => y(row) + size * 1.15,
          dx: -left,
          text: "by",
          textAnchor: "start",
          fill: ink.quiet,
          fontSize: size - 1.5,
        }),
  ];
}

function pointMarks(placed: readonly PlacedRow[], {width, linkTo}: ChartOptions, size: number): Markish[] {
  const points = placed.flatMap((row) =>
    row.points.map((point) => ({
      ...point,
      row,
      y: row.base - scaleHeight * point.share,
      colour: point.kind === "subject" ? ink.subject : ink.context,
    })),
  );
  const pixelsPerDay = (width - (isNarrow(width) ? 50 : 212)) / ((last.getTime() - first.getTime()) / 86_400_000);
  const labelled = points.filter(
    (point, index) =>
      !points
        .slice(0, index)
        .some(
          (other) =>
            other.row === point.row &&
            (Math.abs(Number(other.date) - Number(point.date)) / 86_400_000) * pixelsPerDay < size * 2.2,
        ),
  );
  return [
    line(
      points.filter(({row}) => row.joined),
      {x: "date", y: "y", z: "row", stroke: ink.context, strokeWidth: 1.5},
    ),
    ruleX(points, {x: "date", y1: "y", y2: ({row}) => row.base, stroke: "colour", strokeWidth: 1.5}),
    dot(points, {
      x: "date",
      y: "y",
      r: ({kind}) => (kind === "subject" ? 6 : 4.5),
      fill: ({kind, colour}) => (kind === "other" ? ink.ground : colour),
      stroke: "colour",
      strokeWidth: 1.75,
    }),
    text(labelled, {
      x: "date",
      y: "y",
      dy: -15,
      text: "label",
      stroke: ink.ground,
      strokeWidth: 3,
      fill: ({kind}) => (kind === "subject" ? ink.subject : ink.text),
      href: linkTo && (({id}) => linkTo(id)),
    }),
  ];
}
