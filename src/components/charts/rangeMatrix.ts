import {type Markish, rect, text} from "@observablehq/plot";
import {formatEnds, outwardOf100} from "../../lib/language/format.js";
import type {Lang} from "../../lib/language/text.js";
import type {Quantity} from "../../lib/quantities/quantity.js";
import {type ChartOptions, drawPlot, ink, isNarrow, textSize} from "./chart.js";
import {rankMarks} from "./rankMarks.js";

/** One question of the matrix: its row is of whom, its column how many. */
export interface MatrixCell {
  row: number;
  column: number;
  quantity: Quantity;
}

interface Placed extends MatrixCell {
  left: number;
  right: number;
  top: number;
  bottom: number;
  fill: string;
}

/** In pixels: height of a row, of the label over its cells, and of the head; room to the left for labels. */
interface Layout {
  pitch: number;
  label: number;
  head: number;
  left: number;
  /** Width of a cell. */
  cell: number;
}

function layOut(width: number, columns: number): Layout {
  const [left, sizes] = isNarrow(width)
    ? [0, {pitch: 66, label: 24, head: 18}]
    : [170, {pitch: 50, label: 8, head: 52}];
  return {...sizes, left, cell: Math.floor((width - left) / columns)};
}

/**
 * A small range in each cell, from 0 to 100: where the source is informative there is a short or a solid bar, where it
 * is silent an empty frame. Columns are named at the top; in a narrow chart by the numbers of the rows.
 */
export function rangeMatrix(
  cells: readonly MatrixCell[],
  names: {rows: readonly string[]; columns: readonly string[]},
  options: ChartOptions,
): SVGSVGElement {
  const {width, document, lang, linkTo} = options;
  const layout = layOut(width, names.columns.length);
  const placed = cells.map((cell) => place(cell, layout));
  const height = layout.head + names.rows.length * layout.pitch + 2;
  return drawPlot(
    [
      rect(placed, {x1: "left", x2: "right", y1: "top", y2: "bottom", stroke: ink.frame, fill: "none"}),
      ...rankMarks(placed, ({left, right}, share) => left + share * (right - left)),
      ...nameMarks(names, layout, width),
      text(placed, {
        x: ({left, right}) => (left + right) / 2,
        y: "bottom",
        dy: 4,
        lineAnchor: "top",
        text: ({quantity}) => shortEnds(quantity, lang),
        fill: ({quantity}) => (quantity.rank === "unknown" ? ink.quiet : ink.text),
        fontSize: 12,
        href: linkTo && (({quantity}) => linkTo(quantity.id)),
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

function place(cell: MatrixCell, {pitch, label, head, left, cell: size}: Layout): Placed {
  const top = head + cell.row * pitch + label;
  return {
    ...cell,
    left: left + cell.column * size + 1,
    right: left + (cell.column + 1) * size - 3,
    top,
    bottom: top + 15,
    fill: ink.subject,
  };
}

/** Names of rows beside their cells and of columns over them; where there is no room, rows over theirs, and numbers. */
function nameMarks(
  {rows, columns}: {rows: readonly string[]; columns: readonly string[]},
  {pitch, label, head, left, cell}: Layout,
  width: number,
): Markish[] {
  const narrow = isNarrow(width);
  const top = (index: number) => head + index * pitch;
  const rowNames = text(
    rows.map((name, index) => ({
      name: narrow && index > 0 ? `${index}. ${name}` : name,
      y: top(index) + (narrow ? 6 : label + 7.5),
    })),
    {
      x: 1,
      y: "y",
      text: "name",
      textAnchor: "start",
      lineAnchor: narrow ? "top" : "middle",
      lineWidth: (narrow ? width : left - 10) / textSize(width),
      fill: ink.text,
    },
  );
  const heads = columns.map((name, index) => ({
    name: narrow ? `${index + 1}.` : name,
    x: left + (index + 0.5) * cell - 1,
  }));
  return [
    rowNames,
    text(heads, {
      x: "x",
      y: narrow ? head - 2 : head - 4,
      text: "name",
      lineAnchor: "bottom",
      lineWidth: (cell - 4) / 12,
      fontSize: 12,
      fill: ink.quiet,
    }),
  ];
}

/** A range in the room of a cell: `35+` for at least 35. */
function shortEnds(quantity: Quantity, lang: Lang): string {
  if (quantity.rank === "unknown") return "?";
  const {low, high} = outwardOf100(quantity);
  return high === 100 && low > 0 && low < 100 ? `${low}+` : formatEnds(quantity, lang);
}
