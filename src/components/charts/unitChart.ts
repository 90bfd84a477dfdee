import {link, type Markish, rect, ruleX, text} from "@observablehq/plot";
import {formatCount, outwardOf100} from "../../lib/language/format.js";
import type {Quantity} from "../../lib/quantities/quantity.js";
import {type ChartOptions, drawPlot, ink, isNarrow, textSize} from "./chart.js";

/** One group of the hundred. Groups that lie inside another start where it starts. */
export interface UnitGroup {
  quantity: Quantity;
  label: string;
  /** How its squares look: from the whole of the subject to an empty place. */
  style: "full" | "mid" | "outline" | "planned" | "none";
  /** First of its hundred squares, by printed or least values. */
  from: number;
  /** Row of squares that its label stands beside, 0 to 10. */
  labelRow: number;
  /** How deep it is nested: decides how far out its bracket is drawn. */
  depth: number;
}

/** One of the hundred. `certain` is false where rounding leaves open which of two groups it is in. */
interface Square {
  index: number;
  style: UnitGroup["style"];
  certain: boolean;
}

/**
 * A hundred squares, ten by ten, filled row by row, with a bracket for each group.
 * A square that only rounding could put in a group is drawn smaller.
 */
export function unitChart(groups: readonly UnitGroup[], options: ChartOptions): SVGSVGElement {
  const {width, document} = options;
  const side = isNarrow(width) ? 14 : 27;
  const grid = side * 10;
  return drawPlot([...squareMarks(squaresOf(groups), side), ...bracketMarks(groups, options, side)], {
    document,
    width,
    height: grid + 8,
    margin: 0,
    marginTop: 4,
    marginBottom: 4,
    x: {domain: [0, width], range: [0, width], axis: null},
    y: {domain: [0, 10], range: [4, grid + 4], axis: null},
  });
}

/** The hundred squares; of the groups that hold a square the first listed decides, so list the innermost first. */
function squaresOf(groups: readonly UnitGroup[]): Square[] {
  return Array.from({length: 100}, (_, index) => {
    const holder = groups.find((group) => index >= group.from && index < endOf(group)) ?? groups[groups.length - 1];
    return {index, style: holder.style, certain: index < holder.from + sure(holder)};
  });
}

const sure = ({quantity}: UnitGroup) =>
  quantity.rank === "stated" ? Math.round((quantity.value ?? 0) * 100) : outwardOf100(quantity).low;
const endOf = (group: UnitGroup) =>
  group.from + (group.quantity.rank === "stated" ? sure(group) : outwardOf100(group.quantity).high);

const fills = {full: ink.subject, mid: ink.subjectMid, outline: "none", planned: "none", none: "none"};
const strokes = {full: ink.subject, mid: ink.subject, outline: ink.subject, planned: ink.contrast, none: ink.frame};

function squareMarks(squares: readonly Square[], side: number): Markish[] {
  const inset = side > 20 ? 2.5 : 1.5;
  const smaller = side / 4;
  const marks = (certain: boolean, by: number) =>
    rect(
      squares.filter((square) => square.certain === certain),
      {
        x1: ({index}) => (index % 10) * side,
        x2: ({index}) => ((index % 10) + 1) * side,
        y1: ({index}) => Math.floor(index / 10),
        y2: ({index}) => Math.floor(index / 10) + 1,
        inset: by,
        fill: ({style}) => fills[style as UnitGroup["style"]],
        stroke: ({style}) => strokes[style as UnitGroup["style"]],
        strokeWidth: 1.5,
      },
    );
  return [marks(true, inset), marks(false, inset + smaller * 0.75)];
}

function bracketMarks(groups: readonly UnitGroup[], {lang, width, linkTo}: ChartOptions, side: number): Markish[] {
  const size = textSize(width);
  const step = isNarrow(width) ? 7 : 12;
  const bracketX = ({depth}: UnitGroup) => side * 10 + 4 + depth * step;
  const labelX = side * 10 + 4 + 3 * step + (isNarrow(width) ? 4 : 10);
  const bracketColour = ({style}: UnitGroup) => (style === "none" ? ink.quiet : strokes[style]);
  const numberWidth = size * (isNarrow(width) ? 3.5 : 6.9);
  return [
    ruleX(groups, {
      x: bracketX,
      y1: ({from}) => from / 10 + 0.08,
      y2: (group) => (group.from + sure(group)) / 10 - 0.08,
      stroke: bracketColour,
      strokeWidth: 2,
    }),
    link(groups, {x1: bracketX, x2: labelX - 4, y1: "labelRow", y2: "labelRow", stroke: bracketColour, strokeWidth: 1}),
    text(groups, {
      x: labelX,
      y: "labelRow",
      text: ({quantity}) => (isNarrow(width) ? shortCount(quantity) : formatCount(quantity, lang)),
      textAnchor: "start",
      fontSize: isNarrow(width) ? size : size + 6,
      fill: bracketColour,
      href: linkTo && (({quantity}) => linkTo(quantity.id)),
    }),
    text(groups, {
      x: labelX + numberWidth,
      y: "labelRow",
      text: "label",
      textAnchor: "start",
      fill: ink.text,
      lineWidth: isNarrow(width) ? 7.5 : 22,
    }),
  ];
}

function shortCount(quantity: Quantity): string {
  if (quantity.rank === "stated") return String(sure({quantity} as UnitGroup));
  const {low, high} = outwardOf100(quantity);
  return `${low}–${high}`;
}
