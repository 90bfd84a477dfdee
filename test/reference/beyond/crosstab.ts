import {chose, everyone, indicator} from "../../../src/lib/statistics/column.js";
import {type CountTable, countTable, type TwoWay} from "../../../src/lib/statistics/countTable.js";
import type {Design} from "../../../src/lib/statistics/design.js";
import {linearisedMean} from "../../../src/lib/statistics/mean.js";
import {variance} from "../../../src/lib/statistics/variance.js";

/** A count table with the shares of each column: matrices [row][column], null in a column without respondents. */
export interface Crosstab extends CountTable {
  proportion: (number | null)[][];
  standardError: (number | null)[][];
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

function mapCells({count, base}: CountTable, value: (r: number, c: number) => number): (number | null)[][] {
  return count.map((cells, r) => Array.from(cells, (_, c) => (base[c] > 0 ? value(r, c) : null)));
}
