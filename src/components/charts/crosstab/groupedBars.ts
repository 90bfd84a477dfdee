import {link, rect, ruleX, text} from "@observablehq/plot";
import {type ChartOptions, drawPlot, ink, isNarrow, textSize} from "../chart.js";
import type {ChartCell, DrawnTable} from "../drawnTable.js";
import type {Axis} from "./answerPanels.js";

/** In pixels: a bar and what stands over it, from bar to bar, over a group, between groups, and beside a bar. */
const sizes = {
  wide: {bar: 16, over: 0, step: 22, head: 26, gap: 12, left: 222, number: 56},
  narrow: {bar: 12, over: 18, step: 38, head: 26, gap: 12, left: 1, number: 56},
};

/**
 * A bar for each column under the name of each row, with its interval; bars of made-up respondents are hollow. Where it
 * is narrow a bar has its name over it.
 */
export function groupedBars(
  {cells, rows, columns}: DrawnTable,
  {greatest, labels}: Pick<Axis, "greatest" | "labels">,
  options: ChartOptions,
): SVGSVGElement {
  const {width, document, linkTo} = options;
  const narrow = isNarrow(width);
  const size = textSize(width);
  const {bar, over, step, head, gap, left, number} = sizes[narrow ? "narrow" : "wide"];
  const right = width - number;
  const group = head + columns.length * step + gap;
  const height = rows.length * group + 24;
  const at = (value: number) => left + (value / greatest) * (right - left);
  const placed = cells.map((cell) => {
    const top = cell.row * group + head + cell.column * step + over;
    return {...cell, top, middle: top + bar / 2, bottom: top + bar, name: columns[cell.column]};
  });
  const known = placed.filter(({quantity}) => quantity.value !== null);
  const groups = rows.map((name, row) => ({name, top: row * group + head, bottom: (row + 1) * group - gap}));
  const fill = ({column, quantity}: ChartCell) =>
    quantity.rank === "standIn" ? ink.ground : column === 0 ? ink.context : ink.subject;
  const stroke = ({column}: ChartCell) => (column === 0 ? ink.context : ink.subject);
  const name = narrow
    ? {x: 0, y: ({top}: {top: number}) => top - 9, textAnchor: "start" as const, lineWidth: width / size}
    : {x: left - 10, y: "middle", textAnchor: "end" as const, lineWidth: (left - 12) / size};
  return drawPlot(
    [
      ...[left, right].map((x) => ruleX(groups, {x: () => x, y1: "top", y2: "bottom", stroke: ink.rule})),
      rect(known, {
        x1: left,
        x2: ({quantity}) => at(quantity.value),
        y1: "top",
        y2: "bottom",
        fill,
        stroke,
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
      text(groups, {
        x: 0,
        y: ({top}) => top - 10,
        text: "name",
        textAnchor: "start",
        fontWeight: 600,
        lineWidth: width / size,
        textOverflow: "ellipsis",
        fill: ink.text,
      }),
      text(placed, {...name, text: "name", textOverflow: "ellipsis", fill: ink.quiet}),
      text(placed, {
        x: right + 10,
        y: "middle",
        text: "shown",
        textAnchor: "start",
        fill: ink.subject,
        href: linkTo && (({quantity}) => (quantity.lack ? undefined : linkTo(quantity.id))),
      }),
      text(["0", labels[1]], {
        x: (_, index) => (index === 0 ? left + (narrow ? 4 : 0) : right),
        y: height - 8,
        text: (end) => end,
        fill: ink.quiet,
      }),
    ],
    {
      document,
      width,
      height,
      margin: 0,
      x: {domain: [0, width], range: [0, width], axis: null},
      y: {domain: [0, height], range: [0, height], axis: null},
    },
  );
}
