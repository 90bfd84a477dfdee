import {rect, text} from "@observablehq/plot";
import {type ChartOptions, drawPlot, ink, isNarrow, textSize} from "./chart.js";
import type {DrawnTable} from "./groupedBars.js";

const sizes = {tall: 36, head: 58};

/** A square for each cell, the darker the greater its number, which stands in it. Set on its side where it is too broad. */
export function heatMap(table: DrawnTable, greatest: number, options: ChartOptions): SVGSVGElement {
  const {width, document, linkTo} = options;
  const narrow = isNarrow(width);
  const {cells, rows, columns} = table.columns.length > (narrow ? 4 : 8) ? turned(table) : table;
  const size = textSize(width);
  const left = narrow ? 104 : 222;
  const side = (width - left) / columns.length;
  const height = sizes.head + rows.length * sizes.tall + 4;
  const placed = cells.map((cell) => ({
    ...cell,
    left: left + cell.column * side + 1,
    right: left + (cell.column + 1) * side - 1,
    top: sizes.head + cell.row * sizes.tall + 1,
    bottom: sizes.head + (cell.row + 1) * sizes.tall - 1,
    part: Math.min(1, (cell.quantity.value ?? 0) / greatest),
  }));
  const box = {x1: "left", x2: "right", y1: "top", y2: "bottom"} as const;
  return drawPlot(
    [
      rect(placed, {...box, fill: ink.subject, fillOpacity: ({part}) => 0.5 * part, stroke: ink.rule}),
      text(placed, {
        x: (cell) => (cell.left + cell.right) / 2,
        y: (cell) => (cell.top + cell.bottom) / 2,
        text: "shown",
        fill: ink.text,
        href: linkTo && (({quantity}) => (quantity.lack ? undefined : linkTo(quantity.id))),
      }),
      text(
        columns.map((name, column) => ({name, x: left + (column + 0.5) * side})),
        {
          x: "x",
          y: sizes.head - 6,
          text: "name",
          lineAnchor: "bottom",
          lineWidth: (side - 4) / size,
          fill: ink.quiet,
        },
      ),
      text(
        rows.map((name, row) => ({name, y: sizes.head + (row + 0.5) * sizes.tall})),
        {
          x: 0,
          y: "y",
          text: "name",
          textAnchor: "start",
          lineWidth: (left - 10) / size,
          fill: ink.text,
        },
      ),
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

/** Rows for columns. */
function turned({cells, rows, columns}: DrawnTable): DrawnTable {
  return {
    rows: columns,
    columns: rows,
    cells: cells.map((cell) => ({...cell, row: cell.column, column: cell.row})),
  };
}
