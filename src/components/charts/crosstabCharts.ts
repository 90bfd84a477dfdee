import {formatNumber} from "../../lib/language/format.js";
import {cellText} from "../../lib/table/cellText.js";
import {allColumn, type ExploredTable} from "../../lib/table/table.js";
import type {Row} from "../figure.js";
import {type Axis, answerPanels, type Panel} from "./answerPanels.js";
import type {ChartOptions} from "./chart.js";
import type {ChartCell} from "./drawnTable.js";
import {groupedBars} from "./groupedBars.js";
import {heatMap} from "./heatMap.js";
import {stackedBars} from "./stackedBars.js";

/** The ways to draw a crosstab. */
export type CrosstabChart = "dots" | "grouped" | "stacked" | "heat";

/** A table, and its cells as rows, by row and then by column. */
export interface Crosstabbed {
  table: ExploredTable;
  rows: readonly Row[];
}

/** True of shares of a column that add up to a hundred. */
export function isStackable({rowVariable, measure}: ExploredTable): boolean {
  return rowVariable.type !== "multiple" && measure === "columnPercent";
}

/** The chart that is asked for. Responses that overlap do not add up to a hundred, and are not stacked. */
export function crosstabCharts(kind: CrosstabChart, {table, rows}: Crosstabbed, options: ChartOptions): SVGSVGElement {
  const {lang} = options;
  const axis = axisOf(table, rows, options);
  const cells = table.cells.flatMap((line, row) =>
    line.map(
      (cell, column): ChartCell => ({
        row,
        column,
        quantity: rows[row * table.columns.length + column].quantity,
        shown: chartText(cell, table, lang),
      }),
    ),
  );
  const drawn = {
    cells,
    rows: table.rows.map(({label}) => label[lang]),
    columns: table.columns.map(({label}) => label[lang]),
  };
  if (kind === "stacked" && isStackable(table)) return stackedBars(drawn, options);
  if (kind === "grouped") return groupedBars(drawn, axis, options);
  if (kind === "heat") return heatMap(drawn, axis.greatest, options);
  return answerPanels(panelsOf(table, cells, options), options, axis);
}

/** In a chart per cent are written out of a hundred, without a sign. */
function chartText(cell: ExploredTable["cells"][number][number], {measure}: ExploredTable, lang: ChartOptions["lang"]) {
  return cellText(cell, measure, lang).replace(/[\s\u00a0]?%$/, "");
}

/** Shares out of a hundred; counts and means to the greatest that is drawn. */
function axisOf({measure}: ExploredTable, rows: readonly Row[], {lang}: ChartOptions): Axis {
  if (measure !== "count" && measure !== "mean") return {greatest: 1, label: "100"};
  const ends = rows.flatMap(({quantity}) => (quantity.lack ? [] : [quantity.high]));
  const greatest = niceEnd(Math.max(1, ...ends));
  return {greatest, label: formatNumber(greatest, lang, 1)};
}

/** The next number that is one, two or five times a power of ten. */
function niceEnd(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return power * ([1, 2, 5].find((step) => step * power >= value) ?? 10);
}

/** By nothing one panel of rows; else a panel for each row, with a line for each column. */
function panelsOf(table: ExploredTable, cells: readonly ChartCell[], {lang}: ChartOptions): Panel[] {
  const {columns, rows, columnVariable} = table;
  const line = ({row, column, quantity, shown}: ChartCell) => ({
    quantity,
    shown,
    label: columnVariable ? columns[column].label[lang] : rows[row].label[lang],
    colour: "subject" as const,
    isAll: columnVariable !== null && columns[column].code === allColumn,
    ...(!table.isProtected &&
      columnVariable?.type === "register" &&
      columns[column].code !== allColumn && {choose: `${columnVariable.name}=${columns[column].code}`}),
  });
  if (!columnVariable) return [{title: null, isChosen: true, rows: cells.map(line)}];
  return rows.map(({label}, row) => ({
    title: label[lang],
    isChosen: row === 0,
    rows: cells.filter((cell) => cell.row === row).map(line),
  }));
}
