import type {Design} from "./design.js";
import {chose, type Domain, everyone, indicator} from "./domain.js";
import {linearisedMean} from "./linearise.js";
import type {Of} from "./mean.js";
import {type Column, noAnswer} from "./tally.js";
import {variance} from "./variance.js";

/** Two questions, of those in the domain who answered both. */
export interface TwoWay extends Of {
  row: Column;
  column: Column;
}

/** Respondents and their weights by two questions: matrices [row][column]. */
export interface CountTable {
  rows: readonly string[];
  columns: readonly string[];
  /** Respondents. */
  unweightedCount: Float64Array[];
  /** Sum of weights. */
  count: Float64Array[];
  /** Respondents in each column. */
  unweightedBase: Float64Array;
  /** Sum of weights in each column. */
  base: Float64Array;
}

/** A count table with the shares of each column: matrices [row][column], null in a column without respondents. */
export interface Crosstab extends CountTable {
  proportion: (number | null)[][];
  standardError: (number | null)[][];
}

/** Counts only, in one pass over the tally. */
export function countTable(
  {count, weight}: Design,
  {row, column, domain = everyone(count.length)}: TwoWay,
): CountTable {
  const respondents = new Float64Array(row.categories.length * column.categories.length);
  const weighted = new Float64Array(respondents.length);
  for (let i = 0; i < count.length; i++) {
    if (!domain[i] || weight[i] === 0 || row.codes[i] === noAnswer || column.codes[i] === noAnswer) continue;
    const cell = row.codes[i] * column.categories.length + column.codes[i];
    respondents[cell] += count[i];
    weighted[cell] += count[i] * weight[i];
  }
  const unweightedCount = splitRows(respondents, column.categories.length);
  const table = splitRows(weighted, column.categories.length);
  return {
    rows: row.categories,
    columns: column.categories,
    unweightedCount,
    count: table,
    unweightedBase: columnSums(unweightedCount, column.categories.length),
    base: columnSums(table, column.categories.length),
  };
}

/**
 * Weighted counts, and the share of each row's category within each column, with standard errors.
 *
 * @throws LonelyClassError
 */
export function crosstab(design: Design, {row, column, domain = everyone(design.count.length)}: TwoWay): Crosstab {
  const table = countTable(design, {row, column, domain});
  return {
    ...table,
    proportion: mapCells(table, (r, c) => table.count[r][c] / table.base[c]),
    standardError: mapCells(table, (r, c) => cellError(design, {row, column, domain}, r, c)),
  };
}

function cellError(design: Design, {row, column, domain}: Required<TwoWay>, r: number, c: number): number {
  const linear = linearisedMean(design, indicator(row, [r]), chose(domain, column, c));
  return Math.sqrt(variance(design, linear.contributions, linear.domain));
}

function mapCells({rows, columns, base}: CountTable, value: (r: number, c: number) => number): (number | null)[][] {
  return rows.map((_, r) => columns.map((_, c) => (base[c] > 0 ? value(r, c) : null)));
}

function splitRows(cells: Float64Array, width: number): Float64Array[] {
  return Array.from({length: width === 0 ? 0 : cells.length / width}, (_, r) =>
    cells.subarray(r * width, (r + 1) * width),
  );
}

function columnSums(table: readonly Float64Array[], width: number): Float64Array {
  return Float64Array.from({length: width}, (_, c) => table.reduce((sum, row) => sum + row[c], 0));
}

/** Those in the domain who answered both questions. */
export function answeredBoth({row, column, domain}: Required<TwoWay>): Domain {
  return domain.map((inside, i) => (row.codes[i] === noAnswer || column.codes[i] === noAnswer ? 0 : inside));
}
