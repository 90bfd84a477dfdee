import {link, rect, ruleX, text} from "@observablehq/plot";
import type {Axis} from "./answerPanels.js";
import {type ChartOptions, drawPlot, ink, isNarrow, textSize} from "./chart.js";
import type {ChartCell} from "./crosstabCharts.js";

/** What is drawn of a crosstab: its cells, and the names of rows and columns. */
export interface DrawnTable {
  cells: readonly ChartCell[];
  rows: readonly string[];
  columns: readonly string[];
}

const sizes = {bar: 16, step: 22, head: 26, gap: 12, number: 56};

/** A bar for each column under the name of each row, with its interval; bars of made-up respondents are hollow. */
export function groupedBars(
  {cells, rows, columns}: DrawnTable,
  {greatest, label}: Axis,
  options: ChartOptions,
): SVGSVGElement {
  const {width, document, linkTo} = options;
  const size = textSize(width);
  const left = isNarrow(width) ? 150 : 222;
  const right = width - sizes.number;
  const group = sizes.head + columns.length * sizes.step + sizes.gap;
  const height = rows.length * group + 24;
  const at = (value: number) => left + (value / greatest) * (right - left);
  const placed = cells.map((cell) => {
    const top = cell.row * group + sizes.head + cell.column * sizes.step;
    return {...cell, top, middle: top + sizes.bar / 2, bottom: top + sizes.bar, name: columns[cell.column]};
  });
  const known = placed.filter(({quantity}) => quantity.value !== null);
  const fill = ({column, quantity}: ChartCell) =>
    quantity.rank === "standIn" ? ink.ground : column === 0 ? ink.context : ink.subject;
  const stroke = ({column}: ChartCell) => (column === 0 ? ink.context : ink.subject);
  return drawPlot(
    [
      ruleX([left, right], {y1: sizes.head, y2: height - 20, stroke: ink.rule}),
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
      text(
        rows.map((name, row) => ({name, y: row * group + sizes.head - 8})),
        {
          x: 0,
          y: "y",
          text: "name",
          textAnchor: "start",
          fontWeight: 600,
          fill: ink.text,
        },
      ),
      text(placed, {
        x: left - 10,
        y: "middle",
        text: "name",
        textAnchor: "end",
        fill: ink.quiet,
        lineWidth: (left - 12) / size,
        textOverflow: "ellipsis",
      }),
      text(placed, {
        x: right + 10,
        y: "middle",
        text: "shown",
        textAnchor: "start",
        fill: ink.subject,
        href: linkTo && (({quantity}) => (quantity.lack ? undefined : linkTo(quantity.id))),
      }),
      text(["0", label], {
        x: (_, index) => (index === 0 ? left : right),
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
