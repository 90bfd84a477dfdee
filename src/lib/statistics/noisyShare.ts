import {criticalT} from "./distributions.js";
import {type AtLevel, type Interval, usualLevel} from "./interval.js";

/** Respondents who are weighted alike: how many gave an answer, of how many, as far as noise lets it be known. */
export interface NoisyStratum {
  /** Estimates: they need not be whole, nor above zero. */
  count: number;
  base: number;
  /** Units that each respondent stands for. */
  weight: number;
  /** 1 less the share of units that answered, 0 to 1: of a census 0, of an endless population 1. */
  unanswered: number;
}

/** Variance of the noise in a count, in its base, and what the two have in common. */
export interface NoiseVariance {
  count: number;
  base: number;
  shared: number;
}

/** A share, with the uncertainty of who answered and of the noise together. */
export interface NoisyShare {
  /** 0 to 1: an estimate beyond is shown as the nearest end. */
  proportion: number;
  interval: Interval;
  standardError: number;
}

/** Degrees of freedom so many that Student's distribution is the normal one: the noise's variance is known. */
const countless = 1e9;

/**
 * A share of noisy counts. Its interval holds each share p under which the published numbers are no surprise: those with
 *
 *     (X − pB)² ≤ z² (S p (1 − p) + N₀ − 2 p N₁ + p² N₂),
 *
 * where X is the weighted count, B the weighted base, S = Σ w² b f what those that answered tell of the others, f being
 * `unanswered`, and N the noise. Without noise it is Wilson's interval with the finite population correction; of noise alone
 * it is Fieller's (1954) for a ratio.
 *
 * @returns null where the base is not above zero
 */
export function noisyShare(
  strata: readonly NoisyStratum[],
  noise: NoiseVariance,
  {level = usualLevel}: AtLevel = {},
): NoisyShare | null {
  const z = criticalT(level, countless);
  const sum = (of: (stratum: NoisyStratum) => number) => strata.reduce((total, each) => total + of(each), 0);
  const [x, b] = [sum(({count, weight}) => weight * count), sum(({base, weight}) => weight * base)];
  if (b <= 0) return null;
  const sampling = sum(({base, weight, unanswered}) => weight ** 2 * Math.max(0, base) * unanswered);
  const squares = sum(({weight}) => weight ** 2);
  const [n0, n1, n2] = [noise.count, noise.shared, noise.base].map((each) => each * squares);
  const proportion = clip(x / b);
  const variance = sampling * proportion * (1 - proportion) + n0 - 2 * proportion * n1 + proportion ** 2 * n2;
  const [low, high] = between(
    b ** 2 + z ** 2 * (sampling - n2),
    -(2 * x * b + z ** 2 * (sampling - 2 * n1)),
    x ** 2 - z ** 2 * n0,
  ) ?? [0, 1];
  return {
    proportion,
    interval: {low: Math.min(clip(low), proportion), high: Math.max(clip(high), proportion), level},
    standardError: Math.sqrt(Math.max(0, variance)) / b,
  };
}

/** Where a p² + b p + c is not above zero, a parabola open upwards; null where it is open downwards, so that anything fits. */
function between(a: number, b: number, c: number): [number, number] | null {
  if (a <= 0) return null;
  const root = Math.sqrt(Math.max(0, b ** 2 - 4 * a * c));
  return [(-b - root) / (2 * a), (-b + root) / (2 * a)];
}

const clip = (share: number) => Math.min(1, Math.max(0, share));
