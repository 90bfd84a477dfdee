import {dot, type Markish, rect, text} from "@observablehq/plot";
import {range} from "d3";
import type {Text} from "../../lib/language/text.js";
import {type ChartOptions, drawPixels, ink, isNarrow, textSize} from "./chart.js";

/** A hundred squares as they stand at one moment: how each looks, how they are grouped, and what is said of which. */
export interface UnitState {
  /** First to last. */
  squares: readonly Square[];
  /** Squares before which there is a gap. */
  breaks: readonly number[];
  /** Squares with a dot; those under `open` may as well be without. */
  dots?: {from: number; to: number; open?: readonly number[]};
  spans: readonly UnitSpan[];
}

/** One of a hundred, as it is drawn. */
export interface Square {
  /** How it is filled and framed. */
  style: keyof typeof styles;
  /** True of one that rounding, or a limit, leaves open: it is drawn smaller. */
  isOpen?: boolean;
}

/** A line along the squares that something is said of. */
export interface UnitSpan {
  from: number;
  to: number;
  /** The number, and what it counts. */
  label: Text;
  /** The number’s id, where the label is a link to what it rests on. */
  number?: string;
  /** A second line. */
  sub?: Text;
  colour?: "subject" | "contrast" | "quiet";
  /** An outline where the squares could as well be others. */
  isBroken?: boolean;
  /** True of a bar in place of a line. */
  isBar?: boolean;
  /** Over the squares, or under them; where the chart is narrow, in the first or the second lane beside them. */
  side: "over" | "under";
  /** Where the chart is narrow: row that the label is beside, by default the first of the span. */
  row?: number;
}

const styles = {
  full: {fill: ink.subject, stroke: ink.subject},
  mid: {fill: ink.subjectMid, stroke: ink.subject},
  planned: {fill: "none", stroke: ink.subject},
  none: {fill: "none", stroke: ink.frame},
};

/** How many squares stand side by side across the way they are filled; the rest in pixels. */
const layouts = {
  wide: {across: 5, side: 32, gap: 16, before: 50, after: 58, inset: 2, smaller: 8, radius: 6.5, length: 720},
  narrow: {across: 10, side: 17, gap: 9, before: 4, after: 0, inset: 1.25, smaller: 4.5, radius: 3.75, length: 210},
} as const;

const layoutFor = (width: number) => layouts[isNarrow(width) ? "narrow" : "wide"];

/**
 * A hundred squares, filled from left to right in columns of five, or, where the chart is narrow, from the top in rows of ten.
 * All states of one width are of one size, and their squares and dots are drawn in one order: what shows one can be moved to
 * another.
 */
export function unitChart(state: UnitState, options: ChartOptions): SVGSVGElement {
  const {width, document} = options;
  const {across, side, before, after, length} = layoutFor(width);
  const height = isNarrow(width) ? before + length : before + across * side + after;
  const marks = [squareMark(state, width), ...dotMarks(state, width), ...spanMarks(state, options)];
  return drawPixels(marks, {document, width, height});
}

/** Distance along the way the squares are filled of the one at `index`, gaps included, in pixels. */
function along({breaks}: UnitState, index: number, width: number): number {
  const {across, side, gap} = layoutFor(width);
  const starts = [0, ...breaks.filter((start) => start > 0 && start <= index)];
  const lines = starts.slice(1).map((start, at) => Math.ceil((start - starts[at]) / across));
  const last = starts[starts.length - 1];
  const before = lines.reduce((sum, count) => sum + count * side + gap, 0);
  return before + Math.floor((index - last) / across) * side;
}

/** The upper left corner of a square’s place, in pixels. */
function placeOf(state: UnitState, index: number, width: number): {x: number; y: number} {
  const {across, side, before} = layoutFor(width);
  const start = Math.max(0, ...state.breaks.filter((each) => each <= index));
  const down = ((index - start) % across) * side;
  const on = along(state, index, width);
  return isNarrow(width) ? {x: down, y: before + on} : {x: on, y: before + down};
}

function squareMark(state: UnitState, width: number): Markish {
  const {side, inset, smaller} = layoutFor(width);
  const placed = state.squares.map(({style, isOpen}, index) => ({
    ...placeOf(state, index, width),
    ...styles[style],
    inset: isOpen ? smaller : inset,
  }));
  type Placed = (typeof placed)[number];
  return rect(placed, {
    className: "squares",
    x1: ({x, inset}: Placed) => x + inset,
    x2: ({x, inset}: Placed) => x + side - inset,
    y1: ({y, inset}: Placed) => y + inset,
    y2: ({y, inset}: Placed) => y + side - inset,
    fill: "fill",
    stroke: "stroke",
    strokeWidth: 1.5,
  });
}

function dotMarks(state: UnitState, width: number): Markish[] {
  if (!state.dots) return [];
  const {side, radius} = layoutFor(width);
  const {from, to, open = []} = state.dots;
  const dotted = range(from, to);
  return [
    dot(dotted, {
      className: "dots",
      x: (index) => placeOf(state, index, width).x + side / 2,
      y: (index) => placeOf(state, index, width).y + side / 2,
      r: radius,
      fill: (index) => (open.includes(index) ? ink.ground : ink.contrast),
      stroke: (index) => (open.includes(index) ? ink.contrast : ink.ground),
      strokeWidth: 1.5,
    }),
  ];
}

/** Thickness of a span’s line, that of a bar, and from it to the squares, in pixels. */
const line = {thick: 4, bar: 12, off: 5};
const thickness = ({isBar}: UnitSpan) => (isBar ? line.bar : line.thick);

function spanMarks(state: UnitState, options: ChartOptions): Markish[] {
  const marks = isNarrow(options.width) ? spansBeside : spansAlong;
  return marks(state, options);
}

/** Length of a span along the squares, as far along a line of squares as its count is, and to the end of a group that ends with it. */
function extent(state: UnitState, {from, to}: UnitSpan, width: number): {start: number; end: number} {
  const {across, side} = layoutFor(width);
  const start = (index: number) => Math.max(0, ...state.breaks.filter((each) => each <= index));
  const part = (index: number) => (((index - start(index)) % across) * side) / across;
  const last = to - 1;
  const isEnd = to === state.squares.length || state.breaks.includes(to);
  return {
    start: along(state, from, width) + part(from),
    end: along(state, last, width) + (isEnd ? side : part(last) + side / across),
  };
}

const colourOf = ({colour = "subject"}: UnitSpan) => ink[colour];

function spansAlong(state: UnitState, {lang, width, linkTo}: ChartOptions): Markish[] {
  const {across, side, before} = layouts.wide;
  const size = textSize(width);
  const foot = before + across * side;
  const spans = state.spans.map((span) => ({
    ...span,
    ...extent(state, span, width),
    y: span.side === "over" ? before - line.off : foot + line.off + (thickness(span) - line.thick) / 2,
    first: span.side === "over" ? before - (span.sub ? 35 : 18) : foot + 18 + thickness(span),
  }));
  return [
    ...lineMarks(spans, ({start, end, y}) => ({x1: start, x2: end, y1: y, y2: y})),
    text(spans, {
      className: "labels",
      x: "start",
      y: "first",
      text: ({label}) => label[lang],
      textAnchor: "start",
      fill: colourOf,
      href: hrefOf(linkTo),
      fontSize: size + 2,
    }),
    text(spans, {
      className: "labels",
      x: "start",
      y: ({first}) => first + 18,
      text: ({sub}) => sub?.[lang],
      textAnchor: "start",
      fill: ink.quiet,
      fontSize: size,
    }),
  ];
}

function spansBeside(state: UnitState, {lang, width, linkTo}: ChartOptions): Markish[] {
  const {across, side, before} = layouts.narrow;
  const lane = {over: 1, under: 2};
  const edge = across * side;
  const spans = state.spans.map((span) => ({
    ...span,
    ...extent(state, span, width),
    x: edge + lane[span.side] * 10 - 3 - (span.side === "over" ? 1 : 0),
  }));
  return [
    ...lineMarks(spans, ({start, end, x}) => ({x1: x, x2: x, y1: before + start, y2: before + end})),
    text(spans, {
      className: "labels",
      x: edge + 29,
      y: ({row, start}) => before + (row === undefined ? start : row * side),
      text: ({label, sub}) => [label[lang], sub?.[lang]].filter(Boolean).join("\n"),
      textAnchor: "start",
      lineAnchor: "top",
      lineWidth: 7.4,
      lineHeight: 1.15,
      fill: colourOf,
      href: hrefOf(linkTo),
    }),
  ];
}

/** Where a span’s number leads. */
const hrefOf =
  (linkTo: ChartOptions["linkTo"]) =>
  ({number}: UnitSpan) =>
    number && linkTo?.(number);

type Ends = Record<"x1" | "x2" | "y1" | "y2", number>;

/** The lines of spans, and an outline in place of one that is broken. */
function lineMarks<S extends UnitSpan>(spans: readonly S[], ends: (span: S) => Ends): Markish[] {
  const drawn = spans.map((span) => {
    const {x1, x2, y1, y2} = ends(span);
    const half = (span.isBroken ? thickness(span) - 2 : thickness(span)) / 2;
    const [dx, dy] = y1 === y2 ? [0, half] : [half, 0];
    const colour = colourOf(span);
    const fill = span.isBroken ? "none" : colour;
    return {x1: x1 - dx, x2: x2 + dx, y1: y1 - dy, y2: y2 + dy, fill, stroke: span.isBroken ? colour : "none"};
  });
  return [
    rect(drawn, {
      className: "spans",
      x1: "x1",
      x2: "x2",
      y1: "y1",
      y2: "y2",
      fill: ({fill}) => fill,
      stroke: ({stroke}) => stroke,
      strokeWidth: 2,
      strokeDasharray: "5 3",
    }),
  ];
}
