import type {Design} from "./design.js";
import {type Domain, everyone} from "./domain.js";
import type {Of} from "./mean.js";
import {type Column, noAnswer} from "./tally.js";

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
