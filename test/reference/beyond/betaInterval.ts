import {criticalT} from "../../../src/lib/statistics/distributions.js";
import type {AtLevel, Interval} from "../../../src/lib/statistics/interval.js";
import type {Share} from "../../../src/lib/statistics/mean.js";
import {betaQuantile} from "./distributions.js";

/**
 * Clopper and Pearson's interval with an effective number of respondents; NaN at a share of 0 or 1.
 * Source: Korn and Graubard (1998), Survey Methodology 24, 193-201.
 *
 * @param respondents those whose n - 1 would be the degrees of freedom of a simple random sample
 */
export function betaInterval(
  {proportion: p, standardError, degreesOfFreedom}: Share,
  {level = 0.95, respondents}: AtLevel & {respondents: number},
): Interval {
  const correction = criticalT(level, respondents - 1) / criticalT(level, degreesOfFreedom);
  const size = ((p * (1 - p)) / standardError ** 2) * correction ** 2;
  const tail = (1 - level) / 2;
  const low = betaQuantile(tail, size * p, size * (1 - p) + 1);
  return {low, high: betaQuantile(1 - tail, size * p + 1, size * (1 - p)), level};
}
