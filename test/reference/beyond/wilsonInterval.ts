import {criticalT} from "../../../src/lib/statistics/distributions.js";
import type {AtLevel, Interval} from "../../../src/lib/statistics/interval.js";
import type {Share} from "../../../src/lib/statistics/mean.js";

/**
 * Score interval with the effective number of respondents p(1 - p)/V; NaN at a share of 0 or 1.
 * Source: Wilson (1927), JASA 22, 209-212; Kott and Carr (1997), Journal of Official Statistics 13, 155-169.
 */
export function wilsonInterval(
  {proportion: p, standardError, degreesOfFreedom}: Share,
  {level = 0.95}: AtLevel = {},
): Interval {
  return scoreInterval(p, (p * (1 - p)) / standardError ** 2, criticalT(level, degreesOfFreedom), level);
}

/** The shares that a score test with `size` respondents does not reject. */
export function scoreInterval(p: number, size: number, t: number, level: number): Interval {
  const middle = p + t ** 2 / (2 * size);
  const reach = (t / (2 * size)) * Math.sqrt(4 * size * p * (1 - p) + t ** 2);
  const scale = 1 + t ** 2 / size;
  return {low: (middle - reach) / scale, high: (middle + reach) / scale, level};
}
