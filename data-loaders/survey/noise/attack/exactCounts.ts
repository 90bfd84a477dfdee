import {discreteGaussianChance} from "../discreteGaussian.js";
import type {Attacked} from "./attacked.js";

/** How many true counts an adversary got right to the unit. */
export interface ExactCounts {
  counts: number;
  right: number;
  /** As many as noise of this variance lets through, at most. */
  expected: number;
  /** Tables in which more are right than noise explains. */
  exposed: readonly string[];
}

/** A table with more right counts than has this chance is taken for one that lacks its noise. */
const unlikely = 1e-6;

/**
 * Differencing over all published tables at once: each count is worked out from every table that bears on it, by least squares,
 * and rounded. No sum or difference of published numbers tells more of a count, on average.
 */
export function exactCounts({noisy: {family, places, estimates, truth, variance}}: Attacked): ExactCounts {
  const chance = discreteGaussianChance(variance);
  const expected = Math.min(1, 2 * chance(0)); // adding up takes away less than half of a standard deviation
  const tables = family.tables.map(({id, counts, measured}) => {
    const at = counts.map(
      (_, place) => places.of(id, Math.floor(place / measured.cells), place % measured.cells) ?? -1,
    );
    const own = at.filter((place) => place >= 0);
    const right = own.filter((place) => Math.round(estimates[place]) === truth[place]).length;
    return {id, counts: own.length, right};
  });
  const total = (key: "counts" | "right") => tables.reduce((sum, each) => sum + each[key], 0);
  return {
    counts: total("counts"),
    right: total("right"),
    expected,
    exposed: tables.filter((each) => atLeast(each.right, each.counts, expected) < unlikely).map(({id}) => id),
  };
}

/** The chance that of n tries, each with a chance p, at least k succeed. */
export function atLeast(k: number, n: number, p: number): number {
  let [term, sum] = [(1 - p) ** n, 0];
  for (let x = 0; x <= n; x++) {
    if (x >= k) sum += term;
    term *= ((n - x) / (x + 1)) * (p / (1 - p));
  }
  return sum;
}
