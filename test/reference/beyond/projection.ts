import type {Design} from "../../../src/lib/statistics/design.js";

/**
 * A set of cells whose population totals the weights reproduce. Whatever differs only between such cells is known, and
 * adds no variance.
 */
export interface Projection {
  /** The cell of each row, from 0. */
  cellOf: Int32Array;
  /** How many cells there are. */
  cells: number;
  /** Weight of each respondent in the row after the adjustment to these cells. */
  weight: Float64Array;
  /** What the mean of a cell is weighted by: `weight` after post-stratification, ones after raking. */
  averagedBy: Float64Array;
}

/** The design whose variance is that of what further projections leave, in their order. */
export function projected(design: Design, projections: readonly Projection[]): Design {
  const residuals = (contributions: Float64Array) =>
    projections.reduce(
      (z, projection) => project(z, design.count, projection),
      design.residuals?.(contributions) ?? contributions,
    );
  return {...design, residuals};
}

/**
 * Contributions less what their cell's mean explains: z - w m, where m is the cell's mean of z/w.
 * Source: Särndal, Swensson and Wretman, Model Assisted Survey Sampling, ch. 6 and 7.6: the variance of a calibrated
 * estimate is that of its residuals.
 *
 * @param contributions one for each respondent of a row
 * @param count respondents in each row
 */
function project(contributions: Float64Array, count: Float64Array, projection: Projection): Float64Array {
  const {cellOf, weight} = projection;
  const mean = cellMeans(contributions, count, projection);
  return contributions.map((z, i) => z - weight[i] * mean[cellOf[i]]);
}

function cellMeans(
  contributions: Float64Array,
  count: Float64Array,
  {cellOf, cells, weight, averagedBy}: Projection,
): Float64Array {
  const sum = new Float64Array(cells);
  const size = new Float64Array(cells);
  for (let i = 0; i < count.length; i++) {
    if (weight[i] === 0) continue;
    sum[cellOf[i]] += (count[i] * averagedBy[i] * contributions[i]) / weight[i];
    size[cellOf[i]] += count[i] * averagedBy[i];
  }
  return sum.map((total, cell) => (size[cell] === 0 ? 0 : total / size[cell]));
}
