import type {Cell, ExploredTable, TableLine} from "../table.js";
import {isShown} from "./cellText.js";

/** How the lines of a table are shown. */
export interface SortAndHide {
  /** Rows as in the codebook, or by their number in a column. */
  order: "codebook" | "most" | "least";
  /** Code of that column; by default, and where the table has no such column, that of everybody. */
  by?: string;
  /** True when every row and column without anybody is left out. */
  hidesEmpty: boolean;
}

/** Which rows and columns of a table are shown, in order. */
export interface Shown {
  rows: readonly number[];
  columns: readonly number[];
}

/**
 * The lines of a table to show: never those that a filter on their own variable has emptied. What is left out is still counted
 * in every base.
 */
export function shownLines(table: ExploredTable, {order, by, hidesEmpty}: SortAndHide): Shown {
  const {rows, columns, cells, measure, rowVariable, columnVariable} = table;
  const isLeftOut = (line: TableLine, variable: string | undefined) =>
    line.unweightedBase === 0 && (hidesEmpty || isFilteredOut(table, line.code, variable));
  const kept = rows.flatMap((line, r) => (isLeftOut(line, rowVariable.name) ? [] : [r]));
  const direction = order === "least" ? 1 : -1;
  const column = Math.max(
    0,
    columns.findIndex(({code}) => code === by),
  );
  const isShare = measure === "rowPercent" && column > 0;
  const place = (r: number) => placeOf(cells[r][column], isShare ? "estimate" : "count", direction);
  return {
    rows: order === "codebook" ? kept : kept.toSorted((a, b) => place(a) - place(b) || a - b),
    columns: columns.flatMap((line, c) => (c > 0 && isLeftOut(line, columnVariable?.name) ? [] : [c])),
  };
}

/** True of a category that a filter on its variable does not choose. */
function isFilteredOut({filters}: ExploredTable, code: string, of: string | undefined): boolean {
  return filters.some(({variable, categories}) => variable === of && !categories.some((each) => each.code === code));
}

/**
 * Rows are put in order by how many they stand for: within one column, as its shares are; shares of rows by themselves.
 * Without a number is no size: such rows come last in either direction.
 */
const placeOf = (cell: Cell, number: "estimate" | "count", direction: 1 | -1) =>
  isShown(cell) ? direction * cell[number] : Number.POSITIVE_INFINITY;

/** A table with the lines that are shown. */
export function sortAndHide(table: ExploredTable, {rows, columns}: Shown): ExploredTable {
  return {
    ...table,
    rows: rows.map((r) => table.rows[r]),
    columns: columns.map((c) => table.columns[c]),
    cells: rows.map((r) => columns.map((c) => table.cells[r][c])),
  };
}
