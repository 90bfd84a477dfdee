import {dot, line, link, type Markish, rect, ruleY, text} from "@observablehq/plot";
import {scaleLinear, scaleUtc, utcYear, utcYears} from "d3";
import {type ChartOptions, drawPlot, heightOf, ink, isNarrow, textSize, together, wrapAt} from "./chart.js";
import {overlaps, type PlacedLabel, placeLabels} from "./placeLabels.js";

/** One share at one time. */
export interface TimePoint {
  id: string;
  date: Date;
  /** 0 to 1; apart where only a range is known. */
  low: number;
  high: number;
  /** The number as it is written beside the point. */
  label: string;
}

/** Shares by one publisher, of one definition and the same bodies, through time: more than one are joined by a line. */
export interface TimeSeries {
  panel: string;
  /** What is counted and by whom, written at its last point. */
  name: string;
  /** The survey this report is about, another that may be set beside it, or one that may not. */
  kind: "subject" | "near" | "other";
  points: readonly TimePoint[];
}

/** A period shaded in all panels. */
export interface MarkedPeriod {
  from: Date;
  to: Date;
}

interface Frame {
  panels: readonly {code: string; title: string}[];
  marked: MarkedPeriod;
  /** First and last day of the time axis. */
  span: readonly [first: Date, last: Date];
}

/** Room over and under a panel's scale and at its sides, in pixels. */
const margin = {top: 57, bottom: 28, left: 30, right: 8};
const gap = 24;

/** Shares through time in panels, all on the same scales: two side by side, or one under another where it is narrow. */
export function timePanels(
  series: readonly TimeSeries[],
  {panels, ...frame}: Frame,
  options: ChartOptions,
): SVGSVGElement {
  const [columns, scaleHeight] = isNarrow(options.width) ? [1, 160] : [2, 224];
  const width = Math.floor((options.width - gap * (columns - 1)) / columns);
  const parts = panels
    .map(({code, title}) => ({title, own: series.filter(({panel}) => panel === code)}))
    .filter(({own}) => own.length > 0)
    .map(({title, own}, index) => {
      const svg = drawPanel(own, {title, scaleHeight, ...frame}, {...options, width});
      return {svg, x: (index % columns) * (width + gap), y: Math.floor(index / columns) * heightOf(svg)};
    });
  const height = Math.max(24, ...parts.map(({svg, y}) => y + heightOf(svg)));
  return together(parts, {width: options.width, height, document: options.document});
}

/** Places in pixels. */
interface Scales {
  x: (date: Date) => number;
  y: (share: number) => number;
}

function drawPanel(
  series: readonly TimeSeries[],
  {title, scaleHeight, marked, span}: Omit<Frame, "panels"> & {title: string; scaleHeight: number},
  options: ChartOptions,
): SVGSVGElement {
  const {width, document} = options;
  const scales = {
    x: scaleUtc(span, [margin.left, width - margin.right]),
    y: scaleLinear([0, 1], [margin.top + scaleHeight, margin.top]),
  };
  return drawPlot(
    [
      text([title], {x: 0, y: 14, text: String, textAnchor: "start", fontWeight: 600, fontSize: textSize(width) + 2}),
      ...axisMarks({marked, span}, scales, width),
      ...seriesMarks(series, scales),
      ...labelMarks(series, scales, options),
    ],
    {
      document,
      width,
      height: margin.top + scaleHeight + margin.bottom,
      margin: 0,
      x: {type: "identity", axis: null},
      y: {type: "identity", axis: null},
      r: {type: "identity"},
    },
  );
}

function axisMarks({marked, span}: Omit<Frame, "panels">, {x, y}: Scales, width: number): Markish[] {
  const bottom = y(0);
  const years = utcYears(span[0], span[1]);
  return [
    rect([marked], {
      x1: ({from}) => x(from),
      x2: ({to}) => x(to),
      y1: y(1),
      y2: bottom,
      fill: ink.rule,
      fillOpacity: 0.55,
    }),
    ruleY([0, 0.5, 1], {y, x1: margin.left, x2: width - margin.right, stroke: ink.rule}),
    text([0, 0.5, 1], {
      x: margin.left - 6,
      y,
      text: (share) => String(share * 100),
      textAnchor: "end",
      fill: ink.quiet,
      fontSize: 12,
    }),
    link(years, {x1: x, x2: x, y1: bottom, y2: bottom + 5, stroke: ink.frame}),
    text(years, {
      x: (year) => (x(year) + x(utcYear.offset(year))) / 2,
      y: bottom + 14,
      text: (year) => String(year.getUTCFullYear()),
      fill: ink.quiet,
      fontSize: 12,
    }),
  ];
}

const inkOf = ({kind}: Pick<TimeSeries, "kind">) => (kind === "subject" ? ink.subject : ink.context);
const middleOf = ({low, high}: TimePoint) => (low + high) / 2;

function seriesMarks(series: readonly TimeSeries[], {x, y}: Scales): Markish[] {
  const points = series.flatMap(({kind, points: own}, index) =>
    own.map((point) => ({...point, series: index, kind, x: x(point.date), y: y(middleOf(point))})),
  );
  const isRange = ({low, high}: TimePoint) => high > low;
  return [
    line(points, {x: "x", y: "y", z: "series", stroke: ink.context, strokeWidth: 2}),
    link(points.filter(isRange), {
      x1: "x",
      x2: "x",
      y1: ({low}) => y(low),
      y2: ({high}) => y(high),
      stroke: inkOf,
      strokeWidth: 10,
      strokeLinecap: "butt",
    }),
    dot(
      points.filter((point) => !isRange(point)),
      {
        x: "x",
        y: "y",
        r: ({kind}) => (kind === "subject" ? 6 : 4.5),
        fill: (point) => (point.kind === "other" ? ink.ground : inkOf(point)),
        stroke: inkOf,
        strokeWidth: 1.75,
      },
    ),
  ];
}

/** A number, and at a series' last point its name in lines under or over it. */
interface Label {
  id: string;
  number: string;
  name: readonly string[];
  kind: TimeSeries["kind"];
  /** Of its point. */
  x: number;
  y: number;
  width: number;
  height: number;
}

const lineHeight = 1.15;
/** Of a series, in characters on a line. */
const longestName = 19;

function labelMarks(series: readonly TimeSeries[], scales: Scales, {width, linkTo}: ChartOptions): Markish[] {
  const size = textSize(width);
  const labels = series.flatMap((each) => labelsOf(each, scales, size)).toSorted((a, b) => a.height - b.height);
  const places = placeLabels(
    labels,
    {left: margin.left, right: width, top: 20, bottom: scales.y(0) - 2},
    {points: labels.map(({x, y}) => [x, y] as const), lines: series.flatMap((each) => linesOf(each, scales))},
  );
  const placed = labels.map((label, index) => ({label, place: places[index], ...linesIn(label, places[index], size)}));
  const far = placed.filter(({label: {x, y}, place}) => !overlaps(place, {left: x, right: x, top: y, bottom: y}, 15));
  return [
    link(far, {
      x1: ({label}) => label.x,
      y1: ({label}) => label.y,
      x2: ({label, place}) => Math.min(place.right, Math.max(place.left, label.x)),
      y2: ({label, place}) => Math.min(place.bottom, Math.max(place.top, label.y)),
      stroke: ink.frame,
      strokeWidth: 0.75,
    }),
    ...(["start", "middle", "end"] as const).flatMap((textAnchor) => {
      const own = placed.filter(({align}) => align === textAnchor);
      const common = {x: "x", textAnchor, stroke: ink.ground, strokeWidth: 3, lineAnchor: "top", lineHeight} as const;
      return [
        text(own, {...common, y: "nameTop", text: ({label}) => label.name.join("\n"), fill: ink.quiet, fontSize: 12}),
        text(own, {
          ...common,
          y: "numberTop",
          text: ({label}) => label.number,
          fontWeight: 600,
          fill: ({label: {kind}}) => (kind === "subject" ? ink.subject : ink.text),
          href: linkTo && (({label: {id}}) => linkTo(id)),
        }),
      ];
    }),
  ];
}

function labelsOf({name, kind, points}: TimeSeries, {x, y}: Scales, size: number): Label[] {
  return points.map((point, index) => {
    const lines = index === points.length - 1 ? wrapAt(name, longestName) : [];
    return {
      id: point.id,
      number: point.label,
      name: lines,
      kind,
      x: x(point.date),
      y: y(middleOf(point)),
      width: Math.max(point.label.length * size * 0.62, ...lines.map((each) => each.length * 12 * 0.6)),
      height: size * lineHeight + lines.length * 12 * lineHeight,
    };
  });
}

function linesOf({points}: TimeSeries, {x, y}: Scales) {
  const places = points.map((point) => [x(point.date), y(middleOf(point))] as const);
  return places.slice(1).map((place, index) => [places[index], place] as const);
}

/** Where a label's lines begin; the number is the line nearest its point. */
function linesIn({name}: Label, {left, right, top, bottom, side, align}: PlacedLabel, size: number) {
  const isOver = side === "above" && name.length > 0;
  return {
    align,
    x: {start: left, middle: (left + right) / 2, end: right}[align],
    numberTop: isOver ? bottom - size * lineHeight : top,
    nameTop: isOver ? top : top + size * lineHeight,
  };
}
