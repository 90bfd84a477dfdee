import type {Design} from "../design.js";
import {fitMargin, type Margin} from "./margin.js";
import {marginResiduals} from "./residuals.js";

/** When the rounds over the margins end. */
export interface CalibrateOptions {
  /** Stop when a round over all margins changes the weights by no more than this part of their sum. Default 1e-12. */
  epsilon?: number;
  /** Most rounds over all margins, default 500. */
  rounds?: number;
}

/** Calibrated weights, and whether they had settled when the rounds were up. */
export interface CalibratedWeights {
  weight: Float64Array;
  converged: boolean;
}

/**
 * Weights scaled to each margin in turn until all are met: post-stratification to one margin, raking to several.
 * Source: Deming and Stephan (1940), Ann. Math. Statist. 11, 427-444; Lohr, Sampling, 8.5.2.
 *
 * @param count respondents in each row
 * @throws CellWithoutRespondentsError, CellWithoutPopulationError naming the cell
 */
export function calibratedWeights(
  count: Float64Array,
  weight: Float64Array,
  margins: readonly Margin[],
  {epsilon = 1e-12, rounds = 500}: CalibrateOptions = {},
): CalibratedWeights {
  let fitted = weight;
  for (let round = 0; round < rounds; round++) {
    const before = fitted;
    for (const margin of margins) fitted = fitMargin(count, fitted, margin);
    let [change, sum] = [0, 0];
    for (let i = 0; i < count.length; i++) {
      change += count[i] * Math.abs(fitted[i] - before[i]);
      sum += count[i] * fitted[i];
    }
    if (change <= epsilon * sum) return {weight: fitted, converged: true};
  }
  return {weight: fitted, converged: false};
}

/**
 * The design with calibrated weights, and the variance of what the margins leave unexplained.
 *
 * @throws CellWithoutRespondentsError, CellWithoutPopulationError naming the cell
 */
export function calibrate(design: Design, margins: readonly Margin[], options?: CalibrateOptions): Design {
  const {count, weight: designWeight} = design;
  const {weight} = calibratedWeights(count, designWeight, margins, options);
  const cells = margins.map((margin) => margin.cells);
  return {...design, weight, residuals: marginResiduals({count, weight, designWeight}, cells)};
}
