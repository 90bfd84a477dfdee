import quantile from "@stdlib/stats-base-dists-beta-quantile";
import probability from "@stdlib/stats-base-dists-hypergeometric-pmf";
import {type AtLevel, type Interval, usualLevel} from "./interval.js";

/** What was seen of a group: how many of its units answered, and how many of these gave an answer. */
export interface Seen {
  /** Whole numbers; two of them, for the least and the greatest share, where the number is not whole. */
  count: number | readonly [least: number, greatest: number];
  respondents: number;
  /** All units of the group, a whole number; null if there is no end to them. */
  population: number | null;
}

/**
 * The exact interval of a share, from the least to the greatest number of the group's units under which it is not unlikely
 * to see as many, or as few. It covers the share at least as often as `level` says, at every share.
 * Source: the inversion of the hypergeometric distribution, Cochran, Sampling Techniques, 3.6; of the binomial one,
 * without end, Clopper and Pearson (1934), Biometrika 26, 404-413.
 */
export function exactInterval({count, respondents: n, population}: Seen, {level = usualLevel}: AtLevel = {}): Interval {
  const [least, greatest] = typeof count === "number" ? [count, count] : count;
  const alpha = (1 - level) / 2;
  if (population === null)
    return {
      low: least === 0 ? 0 : quantile(alpha, least, n - least + 1),
      high: greatest === n ? 1 : quantile(1 - alpha, greatest + 1, n - greatest),
      level,
    };
  return {
    low: leastNumber(least, n, population, alpha) / population,
    high: (population - leastNumber(n - greatest, n, population, alpha)) / population,
    level,
  };
}

/** A probability of just alpha counts as no more, whatever the last digits of its computation. */
const tie = 1e-12;

/** The least K of N under which k or more of n are seen with a probability above alpha. */
function leastNumber(k: number, n: number, population: number, alpha: number): number {
  let low = k;
  let high = population - n + k;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (k === 0 || upperTail(k, {population, chosen: middle, drawn: n}) > alpha + tie) high = middle;
    else low = middle + 1;
  }
  return low;
}

interface Urn {
  population: number;
  /** K, those of the population that would give the answer. */
  chosen: number;
  drawn: number;
}

/**
 * Probability of seeing k or more. Summed from k away from the mean, until terms no longer count: as many as a few standard
 * deviations, however large the population.
 */
function upperTail(k: number, {population, chosen, drawn}: Urn): number {
  const isAbove = k > (drawn * chosen) / population;
  let j = isAbove ? k : k - 1;
  let term = probability(j, population, chosen, drawn);
  let sum = 0;
  while (term > 1e-17 * sum) {
    sum += term;
    term *= isAbove
      ? ((chosen - j) * (drawn - j)) / ((j + 1) * (population - chosen - drawn + j + 1))
      : (j * (population - chosen - drawn + j)) / ((chosen - j + 1) * (drawn - j + 1));
    j += isAbove ? 1 : -1;
  }
  return isAbove ? sum : 1 - sum;
}
