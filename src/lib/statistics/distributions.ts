import betainc from "@stdlib/math-base-special-betainc";
import quantile from "@stdlib/stats-base-dists-t-quantile";

/** How many standard errors an interval reaches to each side, by Student's t. Source: Abramowitz and Stegun 26.7. */
export function criticalT(level: number, degreesOfFreedom: number): number {
  return quantile(1 - (1 - level) / 2, degreesOfFreedom);
}

/** Probability that Student's t is as far from 0 as `t`, on either side: t squared has an F distribution. */
export function twoSidedP(t: number, degreesOfFreedom: number): number {
  return upperF(t * t, 1, degreesOfFreedom);
}

/**
 * Probability that F is `f` or more. The smaller of the two tails is computed, so that a p of 1e-200 has all its digits.
 * Source: Abramowitz and Stegun 26.6.2.
 */
export function upperF(f: number, numerator: number, denominator: number): number {
  const x = (numerator * f) / (denominator + numerator * f);
  const below = betainc(x, numerator / 2, denominator / 2, true, false);
  return below < 0.5 ? 1 - below : betainc(x, numerator / 2, denominator / 2, true, true);
}
