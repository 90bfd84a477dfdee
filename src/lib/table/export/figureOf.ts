import {lackSymbol} from "../../language/words.js";
import {allColumn, type Cell, type ExploredTable, type Measure, type PublishedCell, type TableLine} from "../table.js";

/** The numbers that a cell is taken along with, in order. */
export const metrics = [
  "estimate",
  "low",
  "high",
  "standard_error",
  "unweighted_count",
  "unweighted_base",
  "weighted_count",
  "weighted_base",
] as const;
export type Metric = (typeof metrics)[number];

/** A cell with its row and column. */
export interface PlacedCell {
  row: TableLine;
  column: TableLine;
  cell: Cell;
}

/** The cells of a table, row by row. */
export function placedCells({rows, columns, cells}: Pick<ExploredTable, "rows" | "columns" | "cells">): PlacedCell[] {
  return rows.flatMap((row, r) => columns.map((column, c) => ({row, column, cell: cells[r][c]})));
}

/** What a cell shows: a share from 0 to 1, a mean, or for the measure `count` how many it stands for; null if nothing. */
export function shownEstimate({estimate, count, base}: PublishedCell, measure: Measure): number | null {
  if (measure !== "count") return estimate;
  return base === 0 ? null : count;
}

/** A number of a cell, all of one scale: with the measure `count` interval and standard error are of the count. */
export function figureOf(cell: Cell, metric: Metric, measure: Measure): number | null {
  if (cell.status !== "published") return null;
  const figures: Record<Metric, number | null> = {
    estimate: shownEstimate(cell, measure),
    low: cell.interval?.low ?? null,
    high: cell.interval?.high ?? null,
    standard_error: cell.standardError,
    unweighted_count: cell.unweightedCount,
    unweighted_base: cell.unweightedBase,
    weighted_count: cell.count,
    weighted_base: cell.base,
  };
  return rounded(figures[metric]);
}

/** Ten decimals: enough for any use, and none of the noise of binary fractions. */
const rounded = (value: number | null) => (value === null ? null : Number(value.toFixed(10)));

/** Why a number of a cell is not there, in the symbols of Statistics Norway: `.` cannot occur, `..` missing, `:` hidden. */
export function symbolOf({cell, column}: PlacedCell, table: Pick<ExploredTable, "measure" | "isWeighted">): string {
  if (cell.status !== "published") return lackSymbol[cell.status];
  const isFact = isWhole(column, table) || isCounted(table);
  return lackSymbol[isFact && cell.unweightedBase > 0 ? "notApplicable" : "missing"];
}

/** The share that all columns make of a row is 1 by its nature, and has no interval. */
const isWhole = ({code}: TableLine, {measure}: Pick<ExploredTable, "measure">) =>
  measure === "rowPercent" && code === allColumn;

/** How many answered is a fact, and has none either. */
const isCounted = ({measure, isWeighted}: Pick<ExploredTable, "measure" | "isWeighted">) =>
  measure === "count" && !isWeighted;
