import {asPrinted, type BoundsModel} from "../../src/lib/bounds/model.js";
import {extremes, program, type System} from "../../src/lib/bounds/program.js";
import {solveAny} from "../../src/lib/statistics/matrix.js";

/** A distribution over the atoms of a model, in their order. */
export interface Distribution {
  /** Shares of the atoms, 0 to 1, that add up to one. */
  shares: readonly number[];
  /** Natural logarithm. */
  entropy: number;
}

/**
 * The distribution that has every stated number as printed and is otherwise as even as these allow: nothing else
 * ties attributes together. An artefact of this principle, never evidence; it always lies within the bounds.
 * Source: Jaynes (1957), Information theory and statistical mechanics; found by Newton's method on the dual.
 *
 * @throws when no distribution has every number as printed
 */
export function maximumEntropy(model: BoundsModel): Distribution {
  return mostEven(program(asPrinted(model)));
}

/**
 * The most even distribution that meets equations.
 *
 * @param system equations, the first that shares add up to one
 * @throws when nothing meets them
 */
export function mostEven(system: System): Distribution {
  const {rows} = system;
  const possible = possibleAtoms(system);
  const equations = rows.slice(1).map(({coefficients, bound}) => possible.map((atom) => coefficients[atom] - bound));
  const within = newton(equations, possible.length);
  const shares = rows[0].coefficients.map(() => 0);
  for (const [index, atom] of possible.entries()) shares[atom] = within[index];
  return {shares, entropy: -within.reduce((sum, share) => sum + (share > 0 ? share * Math.log(share) : 0), 0)};
}

/** Atoms that the equations do not force to zero; on the others the logarithm is not defined. */
function possibleAtoms(system: System): number[] {
  const everyone = system.rows[0].coefficients.map(() => 1);
  return everyone.flatMap((_, atom) => {
    const one = everyone.map((_, index) => Number(index === atom));
    const found = extremes(system, one, everyone);
    if (found.status !== "range") throw new Error("no distribution has every number as printed");
    return found.high > 1e-9 ? [atom] : [];
  });
}

/** Steps after which a distribution that has not settled is given up. */
const mostSteps = 200;

/**
 * Shares proportional to exp(multipliers · equations), with the multipliers for which every equation is zero:
 * the minimum of the logarithm of their sum, which is convex.
 */
function newton(equations: readonly (readonly number[])[], size: number): number[] {
  let multipliers = equations.map(() => 0);
  let shares = sharesAt(multipliers, equations, size);
  for (let step = 0; step < mostSteps; step++) {
    const residual = residualAt(shares, equations);
    if (greatest(residual) < 1e-16) break;
    const next = stepFrom(multipliers, {equations, shares, residual, size});
    if (next === null) break;
    multipliers = next;
    shares = sharesAt(multipliers, equations, size);
  }
  return shares;
}

interface Position {
  equations: readonly (readonly number[])[];
  shares: readonly number[];
  residual: readonly number[];
  size: number;
}

/** Newton's step, halved until it leads down or nearer to the equations; null when none does any more. */
function stepFrom(multipliers: readonly number[], {equations, shares, residual, size}: Position): number[] | null {
  const covariance = equations.map((a, i) =>
    equations.map((b, j) => a.reduce((sum, each, k) => sum + each * b[k] * shares[k], 0) - residual[i] * residual[j]),
  );
  const direction = solveAny(covariance, residual);
  const height = logSum(multipliers, equations, size);
  const isBetter = (next: readonly number[]) =>
    logSum(next, equations, size) < height ||
    greatest(residualAt(sharesAt(next, equations, size), equations)) < greatest(residual);
  for (let length = 1; length > 1e-10; length /= 2) {
    const next = multipliers.map((each, index) => each - length * direction[index]);
    if (isBetter(next)) return next;
  }
  return null;
}

function exponents(multipliers: readonly number[], equations: Position["equations"], size: number): number[] {
  return Array.from({length: size}, (_, atom) =>
    equations.reduce((sum, row, index) => sum + multipliers[index] * row[atom], 0),
  );
}

function logSum(multipliers: readonly number[], equations: Position["equations"], size: number): number {
  const powers = exponents(multipliers, equations, size);
  const top = Math.max(...powers);
  return top + Math.log(powers.reduce((sum, power) => sum + Math.exp(power - top), 0));
}

function sharesAt(multipliers: readonly number[], equations: Position["equations"], size: number): number[] {
  const total = logSum(multipliers, equations, size);
  return exponents(multipliers, equations, size).map((power) => Math.exp(power - total));
}

/** How far the shares are from meeting each equation. */
function residualAt(shares: readonly number[], equations: Position["equations"]): number[] {
  return equations.map((row) => row.reduce((sum, each, atom) => sum + each * shares[atom], 0));
}

const greatest = (residual: readonly number[]) => Math.max(0, ...residual.map(Math.abs));
