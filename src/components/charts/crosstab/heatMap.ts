import {type Markish, rect, text} from "@observablehq/plot";
import {max} from "d3";
import {type ChartOptions, drawPixels, ink, isNarrow, letterWidth, linkOf, textSize} from "../chart.js";
import type {DrawnTable} from "../drawnTable.js";

/** In pixels; `line` is the height of a line of a name, `least` the breadth that a number of three digits takes. */
const sizes = {tall: 36, line: 17, key: 22, least: 22, mostLines: 3};

/** Where squares and names stand, in pixels. */
interface Layout {
  /** From the left edge to the squares, and from the top edge. */
  left: number;
  head: number;
  /** Breadth of a column. */
  side: number;
  /** How many names stand beside each other over the squares; null when each column has room for its own. */
  keyColumns: number | null;
}

/**
 * A square for each cell, the darker the greater its number, which stands in it; uncertain numbers are faded, at most
 * half as dark as the darkest certain one. Set on its side where it is too broad. Columns whose names have no room are
 * numbered, and named over the squares.
 */
export function heatMap(table: DrawnTable, greatest: number, options: ChartOptions): SVGSVGElement {
  const {width, document} = options;
  const drawn = isTooBroad(table, isNarrow(width)) ? turned(table) : table;
  const layout = layoutOf(drawn.columns, width);
  return drawPixels(
    [
      ...squareMarks(drawn, greatest, layout, options),
      ...columnNames(drawn.columns, layout, width),
      text(drawn.rows, {
        x: 0,
        y: (_, row) => layout.head + (row + 0.5) * sizes.tall,
        text: (name) => name,
        textAnchor: "start",
        lineWidth: (layout.left - 10) / textSize(width),
        fill: ink.text,
      }),
    ],
    {document, width, height: layout.head + drawn.rows.length * sizes.tall + 4},
  );
}

function layoutOf(columns: readonly string[], width: number): Layout {
  const narrow = isNarrow(width);
  const left = Math.min(narrow ? 104 : 222, width - sizes.least * columns.length);
  const side = (width - left) / columns.length;
  const isNumbered = columns.some((name) => !hasRoom(name, (side - 4) / textSize(width)));
  if (!isNumbered) return {left, side, keyColumns: null, head: sizes.mostLines * sizes.line + 7};
  const keyColumns = narrow ? 1 : 2;
  const key = Math.ceil(columns.length / keyColumns) * sizes.key + 8;
  return {left, side, keyColumns, head: key + sizes.line + 7};
}

function squareMarks({cells}: DrawnTable, greatest: number, layout: Layout, options: ChartOptions): Markish[] {
  const {left, head, side} = layout;
  const placed = cells.map((cell) => ({
    ...cell,
    shown: isNarrow(options.width) ? cell.shown.replace(/ (av|of) /, "/") : cell.shown,
    left: left + cell.column * side + 1,
    right: left + (cell.column + 1) * side - 1,
    top: head + cell.row * sizes.tall + 1,
    bottom: head + (cell.row + 1) * sizes.tall - 1,
    part: Math.min(1, (cell.quantity.value ?? 0) / greatest),
  }));
  const certain =
    max(placed, ({isUncertain, quantity, part}) => (isUncertain || quantity.lack ? undefined : part)) ?? 1;
  return [
    rect(placed, {
      x1: "left",
      x2: "right",
      y1: "top",
      y2: "bottom",
      fill: ink.subject,
      fillOpacity: ({part, isUncertain}) => (isUncertain ? Math.min(0.14 * part, 0.25 * certain) : 0.5 * part),
      stroke: ink.rule,
    }),
    text(placed, {
      x: (cell) => (cell.left + cell.right) / 2,
      y: (cell) => (cell.top + cell.bottom) / 2,
      text: "shown",
      fill: ({isUncertain}) => (isUncertain ? ink.quiet : ink.text),
      href: linkOf(options),
    }),
  ];
}

/** Names over their columns; where they have no room, numbers there and numbered names over them. */
function columnNames(columns: readonly string[], {left, head, side, keyColumns}: Layout, width: number): Markish[] {
  const size = textSize(width);
  const heads = text(columns, {
    x: (_, column) => left + (column + 0.5) * side,
    y: head - 6,
    text: (name, column) => (keyColumns ? `${column + 1}.` : name),
    lineAnchor: "bottom",
    lineWidth: (side - 4) / size,
    fill: ink.quiet,
  });
  if (!keyColumns) return [heads];
  const key = text(columns, {
    x: (_, column) => ((column % keyColumns) * width) / keyColumns,
    y: (_, column) => (Math.floor(column / keyColumns) + 0.5) * sizes.key,
    text: (name, column) => `${column + 1}. ${name}`,
    textAnchor: "start",
    lineWidth: (width / keyColumns - 8) / size,
    textOverflow: "ellipsis",
    fill: ink.quiet,
  });
  return [key, heads];
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
