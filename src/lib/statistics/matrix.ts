/** Rows of numbers, all as long. */
export type Matrix = readonly (readonly number[])[];

export function multiply(a: Matrix, b: Matrix): number[][] {
  return a.map((row) => b[0].map((_, j) => row.reduce((sum, value, k) => sum + value * b[k][j], 0)));
}

export function transpose(a: Matrix): number[][] {
  return a[0].map((_, j) => a.map((row) => row[j]));
}

/** Sum of the diagonal. */
export function trace(a: Matrix): number {
  return a.reduce((sum, row, i) => sum + row[i], 0);
}

/** A pivot that is smaller than this part of the greatest entry is 0 but for rounding. */
const negligible = 1e-13;

/** X with A X = B, by Gaussian elimination with the greatest pivot first; null when A has no inverse. */
export function solve(a: Matrix, b: Matrix): number[][] | null {
  const size = a.length;
  const least = negligible * Math.max(...a.flat().map(Math.abs));
  const rows = a.map((row, i) => [...row, ...b[i]]);
  for (let k = 0; k < size; k++) {
    const pivot = greatestFrom(rows, k);
    if (Math.abs(rows[pivot][k]) <= least) return null;
    [rows[k], rows[pivot]] = [rows[pivot], rows[k]];
    for (let i = 0; i < size; i++) if (i !== k) subtractRow(rows[i], rows[k], k);
  }
  return rows.map((row, i) => row.slice(size).map((value) => value / row[i]));
}

function greatestFrom(rows: Matrix, k: number): number {
  return rows.reduce((best, row, i) => (i >= k && Math.abs(row[k]) > Math.abs(rows[best][k]) ? i : best), k);
}

/** Takes as much of `other` from `row` as makes its column `k` zero. */
function subtractRow(row: number[], other: readonly number[], k: number): void {
  const factor = row[k] / other[k];
  for (let j = k; j < row.length; j++) row[j] -= factor * other[j];
}
