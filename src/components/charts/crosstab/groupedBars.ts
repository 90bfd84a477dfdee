import {link, type Markish, rect, ruleX, text} from "@observablehq/plot";
import {max} from "d3";
import {type ChartOptions, drawPixels, ink, isNarrow, linkOf, textSize} from "../chart.js";
import type {ChartCell, DrawnTable} from "../drawnTable.js";
import type {Axis} from "./answerPanels.js";

/** Mean width of a letter in ems. */
const letterWidth = 0.54;

/** In pixels: a bar and what stands over it, from bar to bar, over a group, between groups, and beside a bar. */
const sizes = {
  wide: {bar: 16, over: 0, step: 22, head: 26, gap: 12, left: 222, number: 56},
  narrow: {bar: 12, over: 18, step: 38, head: 26, gap: 12, left: 1, number: 56},
};

/** A cell and the place of its bar, in pixels. */
interface PlacedCell extends ChartCell {
  name: string;
  top: number;
  middle: number;
  bottom: number;
}

/**
 * A bar for each column under the name of each row, with its interval; bars of made-up respondents are hollow. Where it
 * is narrow a bar has its name over it.
 */
export function groupedBars(
  {cells, rows, columns}: DrawnTable,
  {greatest, labels}: Pick<Axis, "greatest" | "labels">,
  options: ChartOptions,
): SVGSVGElement {
  const {width, document} = options;
  const narrow = isNarrow(width);
  const {bar, over, step, head, gap, left, number} = sizes[narrow ? "narrow" : "wide"];
  const longest = max(cells, ({shown}) => shown.length) ?? 0;
  const right = width - Math.max(number, longest * textSize(width) * letterWidth + 10);
  const group = head + columns.length * step + gap;
  const height = rows.length * group + 24;
  const placed = cells.map((cell): PlacedCell => {
    const top = cell.row * group + head + cell.column * step + over;
    return {...cell, top, middle: top + bar / 2, bottom: top + bar, name: columns[cell.column]};
  });
  const groups = rows.map((name, row) => ({name, top: row * group + head, bottom: (row + 1) * group - gap}));
  return drawPixels(
    [
      ...[left, right].map((x) => ruleX(groups, {x: () => x, y1: "top", y2: "bottom", stroke: ink.rule})),
      ...barMarks(placed, left, (value) => left + (value / greatest) * (right - left)),
      groupNames(groups, width),
      ...cellTexts(placed, {left, right}, options),
      text(["0", labels[1]], {
        x: (_, index) => (index === 0 ? left + (narrow ? 4 : 0) : right),
        y: height - 8,
        text: (end) => end,
        fill: ink.quiet,
      }),
    ],
    {document, width, height},
  );
}

/** The name of each group over its bars. */
function groupNames(groups: readonly {name: string; top: number}[], width: number): Markish {
  return text(groups, {
    x: 0,
    y: ({top}) => top - 10,
    text: "name",
    textAnchor: "start",
    fontWeight: 600,
    lineWidth: width / textSize(width),
    textOverflow: "ellipsis",
    fill: ink.text,
  });
}

/** Bars from `left` and their intervals; the column of everybody is grey. */
function barMarks(placed: readonly PlacedCell[], left: number, at: (value: number) => number): Markish[] {
  const known = placed.filter(({quantity}) => quantity.value !== null);
  const colour = ({column}: ChartCell) => (column === 0 ? ink.context : ink.subject);
  return [
    rect(known, {
      x1: left,
      x2: ({quantity}) => at(quantity.value ?? 0),
      y1: "top",
      y2: "bottom",
      fill: (cell) => (cell.quantity.rank === "standIn" ? ink.ground : colour(cell)),
      stroke: colour,
      strokeWidth: 1.5,
    }),
    link(known, {
      x1: ({quantity}) => at(quantity.low),
      x2: ({quantity}) => at(quantity.high),
      y1: "middle",
      y2: "middle",
      stroke: ink.contrast,
      strokeWidth: 2,
    }),
  ];
}

/** The name of each bar before it, or over it where it is narrow, and its number to the right of all. */
function cellTexts(
  placed: readonly PlacedCell[],
  {left, right}: {left: number; right: number},
  options: ChartOptions,
): Markish[] {
  const size = textSize(options.width);
  const name = isNarrow(options.width)
    ? {x: 0, y: ({top}: PlacedCell) => top - 9, textAnchor: "start" as const, lineWidth: options.width / size}
    : {x: left - 10, y: "middle", textAnchor: "end" as const, lineWidth: (left - 12) / size};
  return [
    text(placed, {...name, text: "name", textOverflow: "ellipsis", fill: ink.quiet}),
    text(placed, {
      x: right + 10,
      y: "middle",
      text: "shown",
      textAnchor: "start",
      fill: ink.subject,
      href: linkOf(options),
    }),
  ];
}
