/** Smaller pivots are rounding: their equation follows from the others. */
const leastPivot = 1e-13;

/**
 * The solution of symmetric linear equations, by Gaussian elimination with the largest pivot.
 * An equation that follows from the others is left out, and its unknown is zero.
 */
export function solveSymmetric(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, index) => [...row, right[index]]);
  const pivots: number[] = [];
  for (let column = 0; column < right.length; column++) {
    const free = rows.map((_, index) => index).filter((index) => !pivots.includes(index));
    const pivot = free.reduce((a, b) => (Math.abs(rows[b][column]) > Math.abs(rows[a][column]) ? b : a), free[0]);
    if (Math.abs(rows[pivot][column]) < leastPivot) {
      pivots.push(-1);
      continue;
    }
    pivots.push(pivot);
    for (const [index, row] of rows.entries()) {
      if (index === pivot) continue;
      const factor = row[column] / rows[pivot][column];
      for (let k = column; k < row.length; k++) row[k] -= factor * rows[pivot][k];
    }
  }
  return pivots.map((pivot, column) => (pivot < 0 ? 0 : rows[pivot][right.length] / rows[pivot][column]));
}
