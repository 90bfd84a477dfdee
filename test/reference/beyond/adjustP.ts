import {holm} from "../../../src/lib/statistics/tests/holm.js";

/** How to protect against chance finds among many tests. */
export type Adjustment = "holm" | "bonferroni" | "BH";

/**
 * P-values adjusted for the number of tests, in the order given. Untested ones (null) stay so and do not count.
 *
 * - `holm`: chance of any false find at most alpha; the one to use. Holm (1979), Scand. J. Statist. 6, 65-70.
 * - `bonferroni`: the same promise, never better than Holm.
 * - `BH`: expected part of finds that are false at most alpha. Benjamini and Hochberg (1995), JRSS B 57, 289-300.
 */
export function adjustP(p: readonly (number | null)[], method: Adjustment = "holm"): (number | null)[] {
  const tested = p.filter((value) => value !== null);
  const adjusted = adjustments[method](tested).map((value) => Math.min(1, value));
  let next = 0;
  return p.map((value) => (value === null ? null : adjusted[next++]));
}

const adjustments: Record<Adjustment, (p: readonly number[]) => number[]> = {
  bonferroni: (p) => p.map((value) => value * p.length),
  holm,
  BH: (p) => {
    const descending = [...p.keys()].sort((a, b) => p[b] - p[a]);
    const adjusted = new Array<number>(p.length);
    let last = Number.POSITIVE_INFINITY;
    for (const [rank, index] of descending.entries()) {
      last = Math.min(last, (p[index] * p.length) / (p.length - rank));
      adjusted[index] = last;
    }
    return adjusted;
  },
};
