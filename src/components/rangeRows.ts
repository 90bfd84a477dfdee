import {type Markish, rect, text} from "@observablehq/plot";
import {formatCount} from "../lib/format.js";
import type {Quantity} from "../lib/quantity.js";
import {words} from "../lib/words.js";
import {type ChartOptions, drawPlot, ink, isNarrow, textSize} from "./chart.js";
import {hundredFrames, rankMarks} from "./rankMarks.js";

/** One range on a line of its own. */
export interface RangeRow {
  quantity: Quantity;
  label: string;
  /** A second line under the label, in small. */
  sub?: string;
  /** The range as it was before, drawn as an outline behind. */
  before?: {low: number; high: number};
  /** "context" for what stands beside the row that the title is about. */
  colour?: "subject" | "contrast" | "context";
}

interface Placed extends RangeRow {
  top: number;
  bottom: number;
  fill: string;
}

/** Ranges out of a hundred, one under the other, with their labels to the left; above them where the chart is narrow. */
export function rangeRows(rows: readonly RangeRow[], options: ChartOptions): SVGSVGElement {
  const {width, document} = options;
  const narrow = isNarrow(width);
  const hasSub = rows.some(({sub}) => sub);
  const pitch = (narrow ? 68 : 46) + (hasSub ? (narrow ? 20 : 12) : 0);
  const left = narrow ? 4 : 286;
  const placed = rows.map((row, index) => place(row, index, {narrow, pitch}));
  return drawPlot(
    [...hundredFrames(placed), ...beforeMarks(placed), ...rankMarks(placed), ...labelMarks(placed, options, left)],
    {
      document,
      width,
      height: rows.length * pitch + 34,
      marginLeft: left,
      marginRight: narrow ? 14 : 116,
      marginTop: 4,
      marginBottom: 28,
      x: {domain: [0, 1], axis: null},
      y: {domain: [rows.length, 0], axis: null},
    },
  );
}

const fills = {subject: ink.subject, contrast: ink.contrast, context: ink.context};

/** Height of a bar, in pixels. */
const thick = 22;

function place(row: RangeRow, index: number, {narrow, pitch}: {narrow: boolean; pitch: number}): Placed {
  const bottom = narrow ? 1 - 8 / pitch : 0.5 + thick / 2 / pitch;
  return {...row, top: index + bottom - thick / pitch, bottom: index + bottom, fill: fills[row.colour ?? "subject"]};
}

function beforeMarks(placed: readonly Placed[]): Markish[] {
  const changed = placed.filter(({before}) => before);
  return [
    rect(changed, {
      x1: ({before}) => before?.low,
      x2: ({before}) => before?.high,
      y1: "top",
      y2: "bottom",
      fill: "none",
      stroke: ink.context,
      strokeWidth: 1.5,
      strokeDasharray: "3 3",
    }),
  ];
}

function labelMarks(placed: readonly Placed[], {lang, width, linkTo}: ChartOptions, left: number): Markish[] {
  const narrow = isNarrow(width);
  const size = textSize(width);
  const middle = ({top, bottom}: Placed) => (top + bottom) / 2;
  const label = {
    x: 0,
    y: narrow ? "top" : middle,
    textAnchor: "start",
    dx: narrow ? 0 : -left + 2,
    lineHeight: 1.2,
  } as const;
  const isAlone = ({sub}: Placed) => !sub;
  const quiet = ({colour}: Placed) => (colour === "context" ? ink.quiet : ink.text);
  const room = narrow ? width - 20 : left - 22;
  return [
    text(placed.filter(isAlone), {
      ...label,
      text: "label",
      lineAnchor: narrow ? "bottom" : "middle",
      dy: narrow ? -6 : 0,
      lineWidth: (narrow ? width - 90 : room) / size,
      fill: quiet,
    }),
    text(
      placed.filter((row) => !isAlone(row)),
      {...label, text: "label", lineAnchor: "bottom", dy: narrow ? -36 : -4, fill: quiet},
    ),
    text(
      placed.filter((row) => !isAlone(row)),
      {
        ...label,
        text: "sub",
        lineAnchor: narrow ? "bottom" : "top",
        dy: narrow ? -6 : 0,
        lineWidth: (narrow ? width - 90 : room) / 12,
        fontSize: 12,
        fill: ink.quiet,
      },
    ),
    text(placed, {
      x: 1,
      y: narrow ? "top" : middle,
      text: ({quantity}) => (quantity.rank === "unknown" ? words.noLimit[lang] : formatCount(quantity, lang)),
      textAnchor: narrow ? "end" : "start",
      lineAnchor: narrow ? "bottom" : "middle",
      dx: narrow ? 0 : 12,
      dy: narrow ? -6 : 0,
      fill: ({colour, quantity, fill}) => (colour === "context" || quantity.rank === "unknown" ? ink.quiet : fill),
      fontSize: narrow ? size : size + 2,
      href: linkTo && (({quantity}) => linkTo(quantity.id)),
    }),
  ];
}
