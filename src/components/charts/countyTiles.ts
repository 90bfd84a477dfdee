import {type Markish, rect, ruleX, text} from "@observablehq/plot";
import type {Quantity} from "../../lib/quantities/quantity.js";
import {clickableMark} from "../markup/clickableMark.js";
import {type ChartOptions, drawPlot, ink, isNarrow, textSize} from "./chart.js";
import {rankMarks} from "./rankMarks.js";

/** A county’s square: its place, and a share on a line from 0 to 100 within it. */
export interface CountySquare {
  quantity: Quantity;
  abbreviation: string;
  /** The number as it is written. */
  shown: string;
  column: number;
  row: number;
  /** True when the reader has chosen it. */
  isChosen: boolean;
  /** True when others are chosen and this is not. */
  isOut: boolean;
  /** What a press chooses, as `key=code`. */
  choose?: string;
}

/** The share of all, which every square shows as a mark to be read against. */
export interface Reference {
  share: number;
  label: string;
}

/** A square in pixels. */
interface Placed extends CountySquare {
  left: number;
  right: number;
  top: number;
  bottom: number;
  from: number;
  to: number;
  middle: number;
  fill: string;
}

const gap = 4;

/**
 * Counties as equal squares, about where they lie on a map: in each a dot with its interval on a line from 0 to 100, as in
 * every chart of shares. Equal, because the large ones are no more than the small ones.
 */
export function countyTiles(
  squares: readonly CountySquare[],
  reference: Reference | null,
  options: ChartOptions,
): SVGSVGElement {
  const {width, document} = options;
  const narrow = isNarrow(width);
  const columns = Math.max(0, ...squares.map(({column}) => column)) + 1;
  const rows = Math.max(0, ...squares.map(({row}) => row)) + 1;
  const side = Math.min(narrow ? 60 : 114, Math.floor((width - 2) / columns));
  const tall = narrow ? 56 : 66;
  const placed = squares.map((square) => place(square, {side, tall}));
  const height = rows * tall + 4;
  return drawPlot([...frameMarks(placed, reference), ...dotMarks(placed, narrow), ...textMarks(placed, options)], {
    document,
    width,
    height,
    margin: 0,
    x: {domain: [0, width], range: [0, width], axis: null},
    y: {domain: [0, height], range: [0, height], axis: null},
  });
}

function place(square: CountySquare, {side, tall}: {side: number; tall: number}): Placed {
  const left = square.column * side + 1;
  const top = square.row * tall + 1;
  const right = left + side - gap;
  const bottom = top + tall - gap;
  const inset = side > 60 ? 10 : 7;
  return {
    ...square,
    left,
    right,
    top,
    bottom,
    from: left + inset,
    to: right - inset,
    middle: bottom - 12,
    fill: square.isOut ? ink.context : ink.subject,
  };
}

function frameMarks(placed: readonly Placed[], reference: Reference | null): Markish[] {
  const box = {x1: "left", x2: "right", y1: "top", y2: "bottom"} as const;
  const track = {y1: ({middle}: Placed) => middle - 0.5, y2: ({middle}: Placed) => middle + 0.5} as const;
  return [
    rect(placed, {
      ...box,
      fill: ink.ground,
      stroke: ({isChosen}: Placed) => (isChosen ? ink.contrast : ink.frame),
      strokeWidth: ({isChosen}: Placed) => (isChosen ? 2.5 : 1),
      ...clickableMark(placed),
    }),
    rect(placed, {x1: "from", x2: "to", ...track, fill: ink.rule}),
    ruleX(reference ? placed : [], {
      x: ({from, to}) => from + (reference?.share ?? 0) * (to - from),
      y1: ({middle}) => middle - 8,
      y2: ({middle}) => middle + 8,
      stroke: ink.context,
    }),
  ];
}

/** Dot and interval, smaller where squares are. */
function dotMarks(placed: readonly Placed[], narrow: boolean): Markish[] {
  const half = narrow ? 5 : 6;
  const marks = placed.map((square) => ({...square, top: square.middle - half, bottom: square.middle + half}));
  return rankMarks(marks, ({from, to}, share) => from + share * (to - from), {radius: narrow ? 3.5 : 4.5, stroke: 2});
}

/** Name and number beside each other; where squares are small, one under the other. */
function textMarks(placed: readonly Placed[], {width, linkTo}: ChartOptions): Markish[] {
  const size = textSize(width);
  const narrow = isNarrow(width);
  const y = ({top}: Placed) => top + (narrow ? 12 : 16);
  return [
    text(placed, {x: "from", dx: narrow ? -3 : -4, y, text: "abbreviation", textAnchor: "start", fill: ink.quiet}),
    text(placed, {
      x: "to",
      dx: narrow ? 3 : 4,
      y: ({top}) => top + (narrow ? 26 : 17),
      text: ({shown}) => (narrow ? shown.replace(/ (av|of) /, "/") : shown),
      textAnchor: "end",
      fontSize: narrow ? size : size + 2,
      fill: "fill",
      href: linkTo && (({quantity}) => (quantity.lack ? undefined : linkTo(quantity.id))),
      ...clickableMark(placed),
    }),
  ];
}
