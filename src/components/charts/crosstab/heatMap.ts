import {rect, text} from "@observablehq/plot";
import {max} from "d3";
import {type ChartOptions, drawPlot, ink, isNarrow, textSize} from "../chart.js";
import type {DrawnTable} from "../drawnTable.js";

/** In pixels; `line` is the height of a line of a name, `least` the breadth that a number of three digits takes. */
const sizes = {tall: 36, line: 17, key: 22, least: 22, mostLines: 3};

/** Mean width of a letter in ems. */
const letterWidth = 0.54;

/**
 * A square for each cell, the darker the greater its number, which stands in it; uncertain numbers are faded, at most
 * half as dark as the darkest certain one. Set on its side where it is too broad. Columns whose names have no room are
 * numbered, and named over the squares.
 */
export function heatMap(table: DrawnTable, greatest: number, options: ChartOptions): SVGSVGElement {
  const {width, document, linkTo} = options;
  const narrow = isNarrow(width);
  const {cells, rows, columns} = isTooBroad(table, narrow) ? turned(table) : table;
  const size = textSize(width);
  const left = Math.min(narrow ? 104 : 222, width - sizes.least * columns.length);
  const side = (width - left) / columns.length;
  const isNumbered = columns.some((name) => !hasRoom(name, (side - 4) / size));
  const across = narrow ? 1 : 2;
  const key = isNumbered ? Math.ceil(columns.length / across) * sizes.key + 8 : 0;
  const head = key + (isNumbered ? 1 : sizes.mostLines) * sizes.line + 7;
  const height = head + rows.length * sizes.tall + 4;
  const placed = cells.map((cell) => ({
    ...cell,
    shown: narrow ? cell.shown.replace(/ (av|of) /, "/") : cell.shown,
    left: left + cell.column * side + 1,
    right: left + (cell.column + 1) * side - 1,
    top: head + cell.row * sizes.tall + 1,
    bottom: head + (cell.row + 1) * sizes.tall - 1,
    part: Math.min(1, (cell.quantity.value ?? 0) / greatest),
  }));
  const certain =
    max(placed, ({isUncertain, quantity, part}) => (isUncertain || quantity.lack ? undefined : part)) ?? 1;
  const box = {x1: "left", x2: "right", y1: "top", y2: "bottom"} as const;
  return drawPlot(
    [
      rect(placed, {
        ...box,
        fill: ink.subject,
        fillOpacity: ({part, isUncertain}) => (isUncertain ? Math.min(0.14 * part, 0.25 * certain) : 0.5 * part),
        stroke: ink.rule,
      }),
      text(placed, {
        x: (cell) => (cell.left + cell.right) / 2,
        y: (cell) => (cell.top + cell.bottom) / 2,
        text: "shown",
        fill: ({isUncertain}) => (isUncertain ? ink.quiet : ink.text),
        href: linkTo && (({quantity}) => (quantity.lack ? undefined : linkTo(quantity.id))),
      }),
      text(isNumbered ? columns : [], {
        x: (_, column) => ((column % across) * width) / across,
        y: (_, column) => (Math.floor(column / across) + 0.5) * sizes.key,
        text: (name, column) => `${column + 1}. ${name}`,
        textAnchor: "start",
        lineWidth: (width / across - 8) / size,
        textOverflow: "ellipsis",
        fill: ink.quiet,
      }),
      text(columns, {
        x: (_, column) => left + (column + 0.5) * side,
        y: head - 6,
        text: (name, column) => (isNumbered ? `${column + 1}.` : name),
        lineAnchor: "bottom",
        lineWidth: (side - 4) / size,
        fill: ink.quiet,
      }),
      text(rows, {
        x: 0,
        y: (_, row) => head + (row + 0.5) * sizes.tall,
        text: (name) => name,
        textAnchor: "start",
        lineWidth: (left - 10) / size,
        fill: ink.text,
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

function isTooBroad({rows, columns}: DrawnTable, narrow: boolean): boolean {
  return columns.length > (narrow ? 4 : 8) && rows.length < columns.length;
}

/** True of a name whose words fit in a line of so many ems, and whose lines fit over a column. */
function hasRoom(name: string, ems: number): boolean {
  const most = ems / letterWidth;
  let [lines, length] = [1, 0];
  for (const word of name.split(/\s/)) {
    if (word.length > most) return false;
    const longer = length === 0 ? word.length : length + 1 + word.length;
    if (longer > most) lines++;
    length = longer > most ? word.length : longer;
  }
  return lines <= sizes.mostLines;
}

/** Rows for columns. */
function turned({cells, rows, columns, ...rest}: DrawnTable): DrawnTable {
  return {
    ...rest,
    rows: columns,
    columns: rows,
    cells: cells.map((cell) => ({...cell, row: cell.column, column: cell.row})),
  };
}
