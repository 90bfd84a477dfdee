import {baseOf} from "../../../src/lib/statistics/base.js";
import {type Domain, either, everyone, type Responses} from "../../../src/lib/statistics/column.js";
import type {Design} from "../../../src/lib/statistics/design.js";
import {twoSidedP} from "../../../src/lib/statistics/distributions.js";
import {type Estimate, type LinearisedMean, linearisedMean} from "../../../src/lib/statistics/mean.js";
import {variance} from "../../../src/lib/statistics/variance.js";

/** A share to compare: of whom, and who counts. */
export interface Compared {
  answers: Responses;
  /** Default everyone. */
  domain?: Domain;
}

/** A test whether there is a difference in what the design is a sample of. */
export interface TTest {
  t: number;
  /** Two-sided; null when no degrees of freedom are left. */
  p: number | null;
}

/** The share of a less that of b. */
export interface Difference extends Estimate {
  /** Shares of a and of b. */
  proportions: [number, number];
  /** Null when the standard error is 0: the difference is a fact. */
  test: TTest | null;
}

/**
 * The share of a less that of b, be they two groups, overlapping or one within the other, or two questions: the
 * contributions of the difference are the difference of the contributions, so whatever the two share is counted right.
 * Source: Lohr, Sampling: Design and Analysis, 9.1. Make its interval with `tInterval`.
 *
 * @throws EmptyBaseError when either has no respondents; LonelyClassError
 */
export function difference(design: Design, a: Compared, b: Compared): Difference {
  const everybody = everyone(design.count.length);
  const linear = [a, b].map(({answers, domain = everybody}) => linearisedMean(design, answers, domain));
  return linearisedDifference(design, linear[0], linear[1]);
}

/** The difference of two means that are linearised already. */
export function linearisedDifference(design: Design, a: LinearisedMean, b: LinearisedMean): Difference {
  const union = either(a.domain, b.domain);
  const contributions = a.contributions.map((z, i) => z - b.contributions[i]);
  const standardError = Math.sqrt(variance(design, contributions, union));
  const estimate = a.mean - b.mean;
  const degreesOfFreedom = baseOf(design, union).degreesOfFreedom - 1;
  const test = tTest({estimate, standardError, degreesOfFreedom});
  return {estimate, standardError, degreesOfFreedom, proportions: [a.mean, b.mean], test};
}

function tTest({estimate, standardError, degreesOfFreedom}: Estimate): TTest | null {
  if (standardError < 1e-12) return null;
  const t = estimate / standardError;
  return {t, p: degreesOfFreedom < 1 ? null : twoSidedP(t, degreesOfFreedom)};
}
