import {axisFx, axisY, type Markish, text} from "@observablehq/plot";
import {formatEnds, outwardOf100} from "../../lib/language/format.js";
import type {Lang, Text} from "../../lib/language/text.js";
import type {Quantity} from "../../lib/quantities/quantity.js";
import {bandScale, type ChartOptions, drawPlot, ink, isNarrow, rowScale, textSize} from "./chart.js";
import {barMarks, frameMarks} from "./rankMarks.js";

/** One question of the matrix: its row is of whom, its column how many. */
export interface MatrixCell {
  row: number;
  column: number;
  quantity: Quantity;
}

/** What the rows and the columns are called. */
export interface MatrixNames {
  rows: readonly Text[];
  columns: readonly Text[];
}

const thick = 15;
/** Width of the names beside the rows, in pixels. */
const nameWidth = 171;

/**
 * A small range in each cell, from 0 to 100: where the source is informative there is a short or a solid bar, where it
 * is silent an empty frame. Columns are named at the top; in a narrow chart by the numbers of the rows.
 */
export function rangeMatrix(cells: readonly MatrixCell[], names: MatrixNames, options: ChartOptions): SVGSVGElement {
  const {width, document, lang, linkTo} = options;
  const narrow = isNarrow(width);
  const marginLeft = narrow ? 1 : nameWidth;
  const cellWidth = (width - marginLeft) / names.columns.length;
  const heights = narrow ? {pitch: 66, top: 42} : {pitch: 50, top: 60};
  const place = {fx: "column", y: "row"};
  return drawPlot(
    [
      frameMarks(cells, {...place, stroke: ink.frame}),
      ...barMarks(cells, thick, place),
      ...nameMarks(names, cellWidth, options),
      text(cells, {
        ...place,
        x: 0.5,
        dy: thick / 2 + 4,
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
      ...rowScale(names.rows.length, {...heights, thick, bottom: 28}),
      marginLeft,
      marginRight: 3,
      x: {domain: [0, 1], axis: null},
      fx: bandScale(names.columns.length, {size: cellWidth - 4, gap: 4}),
    },
  );
}

/** Names of rows beside their cells and of columns over them; where there is no room, rows over theirs, and numbers. */
function nameMarks({rows, columns}: MatrixNames, cellWidth: number, {lang, width}: ChartOptions): Markish[] {
  const narrow = isNarrow(width);
  const place = narrow
    ? {dx: 0, dy: -thick / 2 - 18, lineAnchor: "top" as const, lineWidth: width / textSize(width)}
    : {dx: 1 - nameWidth, lineWidth: (nameWidth - 11) / textSize(width)};
  return [
    axisY({
      ...place,
      tickSize: 0,
      label: null,
      tickPadding: 0,
      tickFormat: (row: number) => `${narrow && row > 0 ? `${row}. ` : ""}${rows[row][lang]}`,
      textAnchor: "start",
      fill: ink.text,
    }),
    axisFx({
      anchor: "top",
      tickSize: 0,
      label: null,
      tickPadding: narrow ? 26 : 12,
      tickFormat: (column: number) => (narrow ? `${column + 1}.` : columns[column][lang]),
      lineWidth: (cellWidth - 4) / 12,
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
