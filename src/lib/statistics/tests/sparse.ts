import type {CountTable} from "../crosstab.js";

/**
 * True of a table whose counts are too small for a chi-square: of independent rows and columns more than a fifth of the
 * cells would have fewer than 5 respondents, or any fewer than 1. Categories that nobody chose are left out.
 * Source: Cochran (1954), Biometrics 10, 417-451.
 */
export function isSparse({unweightedCount, unweightedBase}: CountTable): boolean {
  const rowSums = unweightedCount.map((row) => row.reduce((sum, n) => sum + n, 0)).filter((n) => n > 0);
  const columnSums = unweightedBase.filter((n) => n > 0);
  const all = columnSums.reduce((sum, n) => sum + n, 0);
  const expected = rowSums.flatMap((row) => Array.from(columnSums, (column) => (row * column) / all));
  return expected.some((n) => n < 1) || expected.filter((n) => n < 5).length > expected.length / 5;
}
