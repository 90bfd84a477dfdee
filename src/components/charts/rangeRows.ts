import {type Markish, rect, text} from "@observablehq/plot";
import {formatCount} from "../../lib/language/format.js";
import {words} from "../../lib/language/words.js";
import type {Quantity} from "../../lib/quantities/quantity.js";
import {type ChartOptions, drawPlot, ink, isNarrow, textSize} from "./chart.js";
import {hundredFrames, rankMarks} from "./rankMarks.js";

/** One range on a line of its own. */
export interface RangeRow {
  quantity: Quantity;
  label: string;
  /** A second line under the label, in small. */
  sub?: string;
  /** Stands in place of the number. */
  shown?: string;
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
  const isLong = rows.length > longest;
  const pitch = (narrow ? (isLong ? 48 : 68) : isLong ? 30 : 46) + (hasSub ? (narrow ? 32 : 20) : 0);
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

/** More rows than this stand closer. */
const longest = 10;

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
  return [
    ...(narrow ? namesAbove(placed, width) : namesBeside(placed, left, size)),
    text(placed, {
      x: 1,
      y: narrow ? "top" : middle,
      text: ({quantity, shown}) =>
        shown ?? (quantity.rank === "unknown" ? words.noLimit[lang] : formatCount(quantity, lang)),
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

const middle = ({top, bottom}: Placed) => (top + bottom) / 2;
const nameInk = ({colour}: RangeRow) => (colour === "context" ? ink.quiet : ink.text);
const lineHeight = 1.2;

/** Label and second line in one block, over the bar and clear of its number. */
function namesAbove(placed: readonly Placed[], width: number): Markish[] {
  return [
    text(placed, {
      x: 0,
      y: "top",
      text: ({label, sub}) => (sub ? `${label}\n${sub}` : label),
      textAnchor: "start",
      lineAnchor: "bottom",
      dy: -6,
      lineHeight,
      lineWidth: (width - 90) / textSize(width),
      fill: nameInk,
    }),
  ];
}

/** Labels to the left of the bars, with the second line in small under them. */
function namesBeside(placed: readonly Placed[], left: number, size: number): Markish[] {
  const place = {x: 0, y: middle, textAnchor: "start", dx: -left + 2, lineHeight} as const;
  const [withSub, alone] = [placed.filter(({sub}) => sub), placed.filter(({sub}) => !sub)];
  const room = left - 22;
  return [
    text(alone, {...place, text: "label", lineAnchor: "middle", lineWidth: room / size, fill: nameInk}),
    text(withSub, {...place, text: "label", lineAnchor: "bottom", dy: -5, fill: nameInk}),
    text(withSub, {
      ...place,
      text: "sub",
      lineAnchor: "top",
      dy: -1,
      lineWidth: room / 12,
      fontSize: 12,
      fill: ink.quiet,
    }),
  ];
}
