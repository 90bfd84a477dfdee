import {criticalT} from "./distributions.js";
import {NoIntervalError} from "./errors.js";
import type {Estimate, Share} from "./mean.js";

/** A confidence interval. */
export interface Interval {
  low: number;
  high: number;
  /** Such as 0.95. */
  level: number;
}

/** The level of intervals where none is chosen. */
export const usualLevel = 0.95;

export interface AtLevel {
  /** Default 0.95. */
  level?: number;
}

/**
 * Estimate plus and minus t standard errors, for totals, means and differences. A share has `reportInterval`.
 *
 * @throws NoIntervalError when no degrees of freedom are left, as with a single respondent
 */
export function tInterval(
  {estimate, standardError, degreesOfFreedom}: Estimate,
  {level = usualLevel}: AtLevel = {},
): Interval {
  if (degreesOfFreedom < 1) throw new NoIntervalError(degreesOfFreedom);
  const reach = criticalT(level, degreesOfFreedom) * standardError;
  return {low: estimate - reach, high: estimate + reach, level};
}

/**
 * Interval of a share made on the logit scale, so that it stays between 0 and 1 and that of the rest is its mirror.
 * Source: Lohr, Sampling, 9.5; Korn and Graubard (1998), Survey Methodology 24, 193-201.
 *
 * @throws NoIntervalError when no degrees of freedom are left
 */
export function logitInterval(
  {proportion: p, standardError, degreesOfFreedom}: Pick<Share, "proportion" | "standardError" | "degreesOfFreedom">,
  {level = usualLevel}: AtLevel = {},
): Interval {
  const onLogit = {estimate: Math.log(p / (1 - p)), standardError: standardError / (p * (1 - p)), degreesOfFreedom};
  const {low, high} = tInterval(onLogit, {level});
  const expit = (logit: number) => 1 / (1 + Math.exp(-logit));
  return {low: expit(low), high: expit(high), level};
}
