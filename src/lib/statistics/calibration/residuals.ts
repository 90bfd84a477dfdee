import type {Column} from "../column.js";
import {solveAny} from "../matrix.js";

/** Respondents with the weights that margins are met by, and those before. Arrays are by row of the tally. */
export interface Calibrated {
  /** Respondents in each row. */
  count: Float64Array;
  /** Calibrated; above 0. */
  weight: Float64Array;
  designWeight: Float64Array;
}

/**
 * What margins leave unexplained of contributions, for `Design.residuals`: z - w x'b, where x'b is the regression of z/w on
 * the cells of all margins, by design weight. Whatever differs only between cells of known size adds no variance.
 * Source: Deville and Särndal (1992), JASA 87, 376-382; Särndal, Swensson and Wretman, Model Assisted Survey Sampling, 6.4.
 *
 * @param margins the cell of each row, one column for each margin
 */
export function marginResiduals(
  {count, weight, designWeight}: Calibrated,
  margins: readonly Column[],
): (contributions: Float64Array) => Float64Array {
  const starts = margins.map((_, at) => margins.slice(0, at).reduce((sum, {categories}) => sum + categories.length, 0));
  const size = margins.reduce((sum, {categories}) => sum + categories.length, 0);
  const cellsOf = margins.map(({codes}, at) => codes.map((code) => starts[at] + code));
  const products = Array.from({length: size}, () => new Array<number>(size).fill(0));
  for (const a of cellsOf)
    for (const b of cellsOf) for (let i = 0; i < count.length; i++) products[a[i]][b[i]] += count[i] * designWeight[i];
  return (contributions) => {
    const sums = new Array<number>(size).fill(0);
    for (const cells of cellsOf)
      for (let i = 0; i < count.length; i++)
        sums[cells[i]] += (count[i] * designWeight[i] * contributions[i]) / weight[i];
    const slopes = solveAny(products, sums);
    const left = contributions.slice();
    for (const cells of cellsOf) for (let i = 0; i < left.length; i++) left[i] -= weight[i] * slopes[cells[i]];
    return left;
  };
}
