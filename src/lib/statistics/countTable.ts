import {type Column, type Domain, everyone} from "./column.js";
import type {Design} from "./design.js";
import type {Of} from "./mean.js";

/** Two questions, of those in the domain who answered both. */
export interface TwoWay extends Of {
  row: Column;
  column: Column;
}

/** Respondents and their weights by two questions: matrices [row][column]. */
export interface CountTable {
  /** Respondents. */
  unweightedCount: Float64Array[];
  /** Sum of weights. */
  count: Float64Array[];
  /** Respondents in each column. */
  unweightedBase: Float64Array;
  /** Sum of weights in each column. */
  base: Float64Array;
}

/** Counts only, in one pass over the tally. */
export function countTable(
  {count, weight}: Design,
  {row, column, domain = everyone(count.length)}: TwoWay,
): CountTable {
  const empty = () => row.categories.map(() => new Float64Array(column.categories.length));
  const [unweightedCount, weighted] = [empty(), empty()];
  for (let i = 0; i < count.length; i++) {
    const [r, c] = [row.codes[i], column.codes[i]];
    if (!domain[i] || weight[i] === 0 || r < 0 || c < 0) continue;
    unweightedCount[r][c] += count[i];
    weighted[r][c] += count[i] * weight[i];
  }
  const columnSums = (table: readonly Float64Array[]) =>
    Float64Array.from(column.categories, (_, c) => table.reduce((sum, cells) => sum + cells[c], 0));
  return {unweightedCount, count: weighted, unweightedBase: columnSums(unweightedCount), base: columnSums(weighted)};
}

/** Those in the domain who answered both questions. */
export function answeredBoth({row, column, domain}: Required<TwoWay>): Domain {
  return domain.map((inside, i) => (row.codes[i] < 0 || column.codes[i] < 0 ? 0 : inside));
}

/** The rows and the columns that have respondents. */
export function chosenOf({unweightedCount, unweightedBase}: CountTable): {rows: number[]; columns: number[]} {
  return {
    rows: [...unweightedCount.keys()].filter((r) => unweightedCount[r].some((n) => n > 0)),
    columns: [...unweightedBase.keys()].filter((c) => unweightedBase[c] > 0),
  };
}

/**
 * How strongly the rows and columns of a weighted table are associated: 0 if not at all, 1 if each tells the other.
 * Categories that nobody chose are left out; 0 where one row or one column is left.
 * Source: Cramér, Mathematical Methods of Statistics (1946), 21.9.
 */
export function cramersV(table: CountTable): number {
  const {rows, columns} = chosenOf(table);
  const most = Math.min(rows.length, columns.length) - 1;
  if (most < 1) return 0;
  let chiSquare = -1;
  for (const r of rows) {
    const rowSum = sum(table.count[r]);
    for (const c of columns) chiSquare += table.count[r][c] ** 2 / (rowSum * table.base[c]);
  }
  return Math.sqrt(Math.max(0, chiSquare) / most);
}

/**
 * True of a table whose counts are too small for a chi-square: of independent rows and columns more than a fifth of the
 * cells would have fewer than 5 respondents, or any fewer than 1. Categories that nobody chose are left out.
 * Source: Cochran (1954), Biometrics 10, 417-451.
 */
export function isSparse(table: CountTable): boolean {
  const {unweightedCount, unweightedBase} = table;
  const {rows, columns} = chosenOf(table);
  const all = sum(unweightedBase);
  const expected = rows.flatMap((r) => columns.map((c) => (sum(unweightedCount[r]) * unweightedBase[c]) / all));
  return expected.some((n) => n < 1) || expected.filter((n) => n < 5).length > expected.length / 5;
}

/** The sum of counts or of weights. */
export const sum = (counts: Float64Array) => counts.reduce((whole, n) => whole + n, 0);
