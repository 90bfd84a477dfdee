/** How uneven weights are, and what that costs. */
export interface WeightQuality {
  respondents: number;
  /** Sum of weights. */
  sum: number;
  /** (sum w)^2 / sum w^2: as many equal weights would do as well; 0 when there are none. */
  effectiveSize: number;
  /** n sum w^2 / (sum w)^2: 1 for equal weights. */
  designEffect: number;
  /** Squared coefficient of variation of the weights. */
  relativeVariance: number;
}

/**
 * The quality of a set of weights. Source: Kish, Survey Sampling (1965), 11.7.
 *
 * @param weight of each respondent in a row
 * @param count respondents in each row, default one
 */
export function kish(
  weight: Float64Array,
  count: Float64Array = new Float64Array(weight.length).fill(1),
): WeightQuality {
  let respondents = 0;
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < weight.length; i++) {
    respondents += count[i];
    sum += count[i] * weight[i];
    squares += count[i] * weight[i] * weight[i];
  }
  const effectiveSize = squares === 0 ? 0 : (sum * sum) / squares;
  const spread = weightSpread(weight, count, sum / respondents);
  return {
    respondents,
    sum,
    effectiveSize,
    designEffect: respondents / effectiveSize,
    relativeVariance: (spread * respondents) / (sum * sum),
  };
}

function weightSpread(weight: Float64Array, count: Float64Array, mean: number): number {
  let spread = 0;
  for (let i = 0; i < weight.length; i++) spread += count[i] * (weight[i] - mean) ** 2;
  return spread;
}
