import type {AtLevel, Interval} from "../../../src/lib/statistics/interval.js";
import {criticalZ, hypergeometricCdf} from "./distributions.js";
import {scoreInterval} from "./wilsonInterval.js";

/** `count` of `respondents` that answered, out of `population`, unweighted. */
export interface Counted {
  count: number;
  respondents: number;
  population: number;
}

/**
 * Wilson's interval for a finite population: a score test whose variance under the hypothesis is
 * p(1 - p)/n (N - n)/(N - 1). A point when all answered.
 *
 * @param counted population may be Infinity
 */
export function finiteWilsonInterval(
  {count, respondents: n, population: N}: Counted,
  {level = 0.95}: AtLevel = {},
): Interval {
  const p = count / n;
  if (n === N) return {low: p, high: p, level};
  const size = Number.isFinite(N) ? (n * (N - 1)) / (N - n) : n;
  const {low, high} = scoreInterval(p, size, criticalZ(level), level);
  return {low: Math.max(0, low), high: Math.min(1, high), level};
}

/**
 * Least and greatest total in the population that neither one-sided exact test rejects.
 * Source: Buonaccorsi (1987), The American Statistician 41, 215-218.
 */
export function hypergeometricInterval(counted: Counted, {level = 0.95}: AtLevel = {}): Interval {
  const {count, respondents, population} = counted;
  const mirrored = {respondents, population, count: respondents - count};
  return {low: leastTotal(counted, level), high: population - leastTotal(mirrored, level), level};
}

/** The least total under which `count` or more among the respondents is not too rare. */
function leastTotal({count, respondents, population}: Counted, level: number): number {
  if (count === 0) return 0;
  let total = count;
  while (atLeast(count, {total, respondents, population}) <= (1 - level) / 2) total++;
  return total;
}

/**
 * Probability of `count` or more, taken as that of so few of the others; rounded, so that one that ends on the limit is
 * not put on either side of it by the last digits of the sum.
 */
function atLeast(
  count: number,
  {total, respondents, population}: {total: number; respondents: number; population: number},
): number {
  const probability = hypergeometricCdf(respondents - count, population, population - total, respondents);
  return Number(probability.toPrecision(12));
}
