import type {Share} from "../../../src/lib/statistics/mean.js";

/** What a share’s variance is compared with: a simple random sample drawn with or without replacement. */
export type Replacement = "with" | "without";

/**
 * How many times greater the variance of a share is than a simple random sample of as many would give; NaN when the
 * weights add up to less than the respondents, or when there is no variance to compare with.
 * Source: Kish, Survey Sampling (1965), 8.2.
 */
export function designEffect(
  {proportion: p, standardError, base, unweightedBase: n}: Share,
  replacement: Replacement,
): number {
  const simple = (p * (1 - p)) / (n - 1);
  return standardError ** 2 / (simple * simpleFactor[replacement](n, base));
}

const simpleFactor: Record<Replacement, (n: number, population: number) => number> = {
  with: () => 1,
  without: (n, population) => (population < n ? Number.NaN : (population - n) / population),
};
