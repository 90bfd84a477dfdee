import beta from "@stdlib/stats-base-dists-beta-quantile";
import hypergeometric from "@stdlib/stats-base-dists-hypergeometric-cdf";
import normal from "@stdlib/stats-base-dists-normal-quantile";

/** The number that a beta variable stays below with the given probability; NaN for shapes that are none. */
export function betaQuantile(probability: number, alpha: number, beta2: number): number {
  return beta(probability, alpha, beta2);
}

/** How many standard errors a normal interval reaches to each side. */
export function criticalZ(level: number): number {
  return normal(1 - (1 - level) / 2, 0, 1);
}

/** Probability of at most `k` successes among `draws` from a population with so many successes. */
export function hypergeometricCdf(k: number, population: number, successes: number, draws: number): number {
  return k < 0 ? 0 : hypergeometric(k, population, successes, draws);
}
