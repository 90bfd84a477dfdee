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

/** X with A X = B; null when A has no inverse. */
export function solve(a: Matrix, b: Matrix): number[][] | null {
  const {rows, pivots} = eliminate(a, b);
  if (pivots.includes(null)) return null;
  return pivots.map((pivot, k) => rows[pivot ?? k].slice(a.length).map((value) => value / rows[pivot ?? k][k]));
}

/** An x with A x = b where equations may follow from each other: what they leave open is 0. */
export function solveAny(a: Matrix, b: readonly number[]): number[] {
  const {rows, pivots} = eliminate(
    a,
    b.map((value) => [value]),
  );
  return pivots.map((pivot, k) => (pivot === null ? 0 : rows[pivot][a.length] / rows[pivot][k]));
}

/** Gaussian elimination with the greatest pivot first: for each column the row that is left with it, or null. */
function eliminate(a: Matrix, b: Matrix): {rows: number[][]; pivots: (number | null)[]} {
  const least = negligible * Math.max(...a.flat().map(Math.abs));
  const rows = a.map((row, i) => [...row, ...b[i]]);
  const free = new Set(rows.keys());
  const pivots = a.map((_, k) => {
    const pivot = [...free].reduce((best, i) => (Math.abs(rows[i][k]) > Math.abs(rows[best][k]) ? i : best));
    if (Math.abs(rows[pivot][k]) <= least) return null;
    free.delete(pivot);
    for (const [i, row] of rows.entries()) if (i !== pivot) subtractRow(row, rows[pivot], k);
    return pivot;
  });
  return {rows, pivots};
}

/** Takes as much of `other` from `row` as makes its column `k` zero. */
function subtractRow(row: number[], other: readonly number[], k: number): void {
  const factor = row[k] / other[k];
  for (let j = k; j < row.length; j++) row[j] -= factor * other[j];
}
