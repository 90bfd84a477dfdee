import {max, min} from "d3";
import {formatNumber} from "../../../lib/language/format.js";
import type {Lang} from "../../../lib/language/text.js";
import type {SummaryRange} from "../../../lib/table/explorer.js";
import {cellText, letterOf} from "../../../lib/table/shown/cellText.js";
import {allColumn, type Cell, type ExploredTable, fewestForPercent} from "../../../lib/table/table.js";
import type {Row} from "../../figure.js";
import type {ChartOptions} from "../chart.js";
import type {ChartCell} from "../drawnTable.js";
import {type Axis, answerPanels, hundred, type Panel, type PanelRow} from "./answerPanels.js";
import {groupedBars} from "./groupedBars.js";
import {heatMap} from "./heatMap.js";
import {stackedBars} from "./stackedBars.js";

/** The ways to draw a crosstab. */
export type CrosstabChart = "dots" | "grouped" | "stacked" | "heat";

/** A table, its cells as rows of a figure by row and then by column, and how to draw it. */
export interface Crosstabbed {
  table: ExploredTable;
  rows: readonly Row[];
  isOrdered: boolean;
  /** By [row][column] the letters of the columns that a cell is above; null where they are not shown. */
  letters: readonly (readonly string[])[] | null;
  /** Code of the row that is drawn where there is room for one. */
  answer: string;
  /** Key of the choice that a press on another row sets. */
  answerKey: string;
  /** By row what the published summary allows of everybody. */
  ranges: readonly (SummaryRange | undefined)[];
  /** To end the axis where these numbers do, and not at 0 and 100: those of all charts that are read together. */
  fittedTo: readonly Row[] | null;
}

/** True of shares of a column that add up to a hundred. */
export function isStackable({rowVariable, measure}: ExploredTable): boolean {
  return rowVariable.type !== "multiple" && measure === "columnPercent";
}

/** The chart that is asked for. Responses that overlap do not add up to a hundred, and are not stacked. */
export function crosstabCharts(kind: CrosstabChart, made: Crosstabbed, options: ChartOptions): SVGSVGElement {
  const {table, rows, isOrdered, fittedTo} = made;
  const {lang} = options;
  const axis = axisOf(table, fittedTo ?? rows, {lang, isFitted: fittedTo !== null});
  const isLettered = kind === "grouped" || (kind !== "heat" && !(kind === "stacked" && isStackable(table)));
  const letters = isLettered ? made.letters : null;
  const cells = table.cells.flatMap((line, row) =>
    line.map(
      (cell, column): ChartCell => ({
        row,
        column,
        quantity: rows[row * table.columns.length + column].quantity,
        shown: [chartText(cell, table, lang), shortened(letters?.[row][column] ?? "")].filter(Boolean).join(" "),
        isUncertain: cell.status === "published" && (cell.lowPrecision || cell.unweightedBase < fewestForPercent),
      }),
    ),
  );
  const drawn = {
    cells,
    rows: table.rows.map(({label}) => label[lang]),
    columns: table.columns.map(({label}, column) => named(label[lang], letters, column)),
    isOrdered,
  };
  if (kind === "stacked" && isStackable(table)) return stackedBars(drawn, options);
  if (kind === "grouped") return groupedBars(drawn, axis, options);
  if (kind === "heat") return heatMap(drawn, axis.greatest, options);
  return answerPanels(panelsOf({...made, letters}, cells, lang), options, axis);
}

/** A group with its letter before it, which is never cut. */
const named = (label: string, letters: Crosstabbed["letters"], column: number) =>
  letters && column > 0 ? `${letterOf(column)}: ${label}` : label;

/** Letters that there is room for. */
const shortened = (letters: string) => (letters.length > 6 ? `${letters.slice(0, 5)}…` : letters);

/** In a chart per cent are written out of a hundred, without a sign. */
function chartText(cell: Cell, {measure}: ExploredTable, lang: Lang) {
  return cellText(cell, measure, lang).replace(/[\s\u00a0]?%$/, "");
}

/** Shares out of a hundred, or of the tens that their intervals are in; counts and means to the greatest that is drawn. */
export function axisOf(
  {measure}: ExploredTable,
  rows: readonly Row[],
  {lang, isFitted}: {lang: Lang; isFitted: boolean},
): Axis {
  const known = rows.filter(({quantity}) => !quantity.lack);
  const [low, high] = [min(known, ({quantity}) => quantity.low) ?? 0, max(known, ({quantity}) => quantity.high) ?? 1];
  if (measure !== "count" && measure !== "mean") {
    if (!isFitted) return hundred;
    const [least, greatest] = [Math.floor(low * 10 + 1e-9) / 10, Math.min(1, Math.ceil(high * 10 - 1e-9) / 10)];
    const end = Math.max(greatest, least + 0.1);
    return {least, greatest: end, labels: [formatNumber(least * 100, lang), formatNumber(end * 100, lang)]};
  }
  const greatest = niceEnd(Math.max(1, high));
  return {least: 0, greatest, labels: ["0", formatNumber(greatest, lang, 1)]};
}

/** The next number that is one, two or five times a power of ten. */
function niceEnd(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return power * ([1, 2, 5].find((step) => step * power >= value) ?? 10);
}

/** By nothing one panel of rows; else a panel for each row, with a line for each column. */
function panelsOf(
  {table, answer, answerKey, ranges, letters}: Crosstabbed,
  cells: readonly ChartCell[],
  lang: Lang,
): Panel[] {
  const {columns, rows, columnVariable, isProtected} = table;
  const line = ({row, column, quantity, shown}: ChartCell): PanelRow => {
    const isAll = columns[column].code === allColumn;
    const own = columnVariable ? columns[column] : rows[row];
    const choose = columnVariable
      ? `${columnVariable.name}=${own.code}`
      : `${answerKey}=${table.rowVariable.name}.${own.code}`;
    return {
      quantity,
      shown,
      label: columnVariable ? named(own.label[lang], letters, column) : own.label[lang],
      colour: columnVariable || own.code === answer ? "subject" : "context",
      isAll: isAll && columnVariable !== null,
      ...(isAll && ranges[row] && {range: ranges[row]}),
      ...(!(isProtected && columnVariable) && !(isAll && columnVariable) && {choose}),
    };
  };
  if (!columnVariable) return [{title: null, isChosen: true, rows: cells.map(line)}];
  return rows.map(({label, code}, row) => ({
    title: label[lang],
    isChosen: code === answer,
    rows: cells.filter((cell) => cell.row === row).map(line),
  }));
}
