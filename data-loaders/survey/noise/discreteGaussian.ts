import {greatestVariance} from "../../inputs/noiseSettings.js";

/** A whole number from 0 to below a bound, each equally likely. */
export type DrawBelow = (bound: number) => number;

/**
 * A whole number from the discrete Gaussian distribution: the chance of x is proportional to exp(−x² / 2σ²). Drawn with whole
 * numbers alone, so that no rounding of floating point tells what the number was added to.
 * Source: Canonne, Kamath and Steinke (2020), The Discrete Gaussian for Differential Privacy, algorithms 1 to 3.
 *
 * @param variance σ², a whole number
 * @throws RangeError for a variance that is not whole, or is out of bounds
 */
export function discreteGaussian(variance: number, below: DrawBelow): number {
  if (!Number.isInteger(variance) || variance < 1 || variance > greatestVariance)
    throw new RangeError(`variance that is not a whole number from 1 to ${greatestVariance}: ${variance}`);
  const scale = Math.floor(Math.sqrt(variance)) + 1;
  for (;;) {
    const drawn = discreteLaplace(scale, below);
    const excess = Math.abs(drawn) * scale - variance;
    if (happensExp(excess ** 2, 2 * variance * scale ** 2, below)) return drawn;
  }
}

/** A whole number x with a chance proportional to exp(−|x| / scale). */
function discreteLaplace(scale: number, below: DrawBelow): number {
  for (;;) {
    const rest = below(scale);
    if (!happensExp(rest, scale, below)) continue;
    let whole = 0;
    while (happensExp(1, 1, below)) whole++;
    const size = rest + scale * whole;
    const isNegative = below(2) === 1;
    if (isNegative && size === 0) continue;
    return isNegative ? -size : size;
  }
}

/** True with a chance of exp(−numerator / denominator). */
function happensExp(numerator: number, denominator: number, below: DrawBelow): boolean {
  let left = numerator;
  for (; left > denominator; left -= denominator) if (!happensExpOfLess(denominator, denominator, below)) return false;
  return happensExpOfLess(left, denominator, below);
}

/** The same of a fraction of at most 1 (von Neumann). */
function happensExpOfLess(numerator: number, denominator: number, below: DrawBelow): boolean {
  let k = 1;
  while (below(denominator * k) < numerator) k++;
  return k % 2 === 1;
}

/** The chance of each whole number under the discrete Gaussian of a variance. */
export function discreteGaussianChance(variance: number): (x: number) => number {
  const weight = (x: number) => Math.exp((-x * x) / (2 * variance));
  let whole = 1;
  for (let x = 1; weight(x) > 1e-18; x++) whole += 2 * weight(x);
  return (x) => weight(x) / whole;
}
