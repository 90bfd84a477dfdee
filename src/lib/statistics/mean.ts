import {type Base, baseOf} from "./base.js";
import type {Design} from "./design.js";
import {type Answers, type Domain, everyone} from "./domain.js";
import {linearisedMean} from "./linearise.js";
import {variance} from "./variance.js";

/** A number estimated for the population. */
export interface Estimate {
  estimate: number;
  standardError: number;
  degreesOfFreedom: number;
}

export interface Of {
  /** Whom the statistic is about, default everyone. */
  domain?: Domain;
}

/**
 * Weighted mean of numbers, such as pages or options, over those in the domain who answered.
 *
 * @param answers a number for each row, NaN for no answer
 * @throws EmptyBaseError, LonelyClassError
 */
export function mean(design: Design, answers: Answers, {domain = everyone(answers.length)}: Of = {}): Estimate & Base {
  const linear = linearisedMean(design, answers, domain);
  const standardError = Math.sqrt(variance(design, linear.contributions, linear.domain));
  return {estimate: linear.mean, standardError, ...baseOf(design, linear.domain)};
}
