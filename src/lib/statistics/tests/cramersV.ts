import type {CountTable} from "../crosstab.js";

/**
 * How strongly the rows and columns of a weighted table are associated: 0 if not at all, 1 if each tells the other.
 * Categories that nobody chose are left out; 0 where one row or one column is left.
 * Source: Cramér, Mathematical Methods of Statistics (1946), 21.9.
 */
export function cramersV({count, base}: CountTable): number {
  const all = base.reduce((sum, each) => sum + each, 0);
  const rowSums = count.map((row) => row.reduce((sum, each) => sum + each, 0));
  let chiSquare = -1;
  for (const [r, row] of count.entries())
    for (const [c, n] of row.entries()) if (n > 0) chiSquare += n ** 2 / (rowSums[r] * base[c]);
  const rows = rowSums.filter((each) => each > 0).length;
  const columns = base.filter((each) => each > 0).length;
  const most = Math.min(rows, columns) - 1;
  return all === 0 || most < 1 ? 0 : Math.sqrt(Math.max(0, chiSquare) / most);
}
