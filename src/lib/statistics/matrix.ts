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

/** X with A X = B, by Gaussian elimination with the greatest pivot first; not finite when A has no inverse. */
export function solve(a: Matrix, b: Matrix): number[][] {
  const size = a.length;
  const rows = a.map((row, i) => [...row, ...b[i]]);
  for (let k = 0; k < size; k++) {
    const pivot = greatestFrom(rows, k);
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
