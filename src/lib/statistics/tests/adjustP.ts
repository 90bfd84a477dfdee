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
  holm: (p) => runningFrom(ascending(p), p, (value, rank) => value * (p.length - rank), Math.max),
  BH: (p) => runningFrom(ascending(p).reverse(), p, (value, rank) => (value * p.length) / (p.length - rank), Math.min),
};

/** Goes through the p-values in `order`, each no further back than the one before. */
function runningFrom(
  order: readonly number[],
  p: readonly number[],
  scale: (value: number, rank: number) => number,
  keep: (a: number, b: number) => number,
): number[] {
  const adjusted = new Array<number>(p.length);
  let last = scale(p[order[0]], 0);
  for (const [rank, index] of order.entries()) {
    last = keep(last, scale(p[index], rank));
    adjusted[index] = last;
  }
  return adjusted;
}

function ascending(p: readonly number[]): number[] {
  return p.map((_, index) => index).sort((a, b) => p[a] - p[b]);
}
