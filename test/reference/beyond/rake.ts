import type {Design} from "../../../src/lib/statistics/design.js";
import {fitMargin, type Margin} from "./postStratify.js";
import {type Projection, projected} from "./projection.js";
import {interaction} from "./tallyRows.js";

export interface RakeOptions {
  /**
   * Stop when no cell of all margins crossed changes by this much; below 1 it is a part of the sum of weights. Default
   * 1e-12.
   */
  epsilon?: number;
  /** Most rounds over all margins, default 500. */
  rounds?: number;
}

/** A raked design, and whether its weights had settled when the rounds were up. */
export interface Raked {
  design: Design;
  converged: boolean;
}

/** Rounds of taking each margin's means out of the contributions; as many as R's survey makes. */
const projectionRounds = 10;

/**
 * The design with weights scaled to each margin in turn until all are met.
 * Source: Deming and Stephan (1940), Ann. Math. Statist. 11, 427-444; Lohr, Sampling, 8.5.2.
 *
 * @throws CellWithoutRespondentsError, CellWithoutPopulationError naming the cell
 */
export function rake(
  design: Design,
  margins: readonly Margin[],
  {epsilon = 1e-12, rounds = 500}: RakeOptions = {},
): Raked {
  const crossed = interaction(margins.map(({cells}) => cells));
  const tolerance = epsilon < 1 ? epsilon * sum(cellSums(design.weight)) : epsilon;
  let fitted: Float64Array[] = [design.weight];
  let converged = false;
  for (let round = 0; round < rounds && !converged; round++) {
    const before = cellSums(last(fitted));
    fitted = fitMargins(design.count, last(fitted), margins);
    const after = cellSums(last(fitted));
    converged = before.every((size, cell) => Math.abs(size - after[cell]) < tolerance);
  }
  return {design: {...projected(design, projections()), weight: last(fitted)}, converged};

  function cellSums(weight: Float64Array): Float64Array {
    const sums = new Float64Array(crossed.categories.length);
    for (let i = 0; i < weight.length; i++) sums[crossed.codes[i]] += design.count[i] * weight[i];
    return sums;
  }

  function projections(): Projection[] {
    const averagedBy = new Float64Array(design.count.length).fill(1);
    const round = margins.map(({cells}, margin) => ({
      cellOf: cells.codes,
      cells: cells.categories.length,
      weight: fitted[margin],
      averagedBy,
    }));
    return Array.from({length: projectionRounds}, () => round).flat();
  }
}

/** The weights after each margin of one round. */
function fitMargins(count: Float64Array, weight: Float64Array, margins: readonly Margin[]): Float64Array[] {
  const fitted: Float64Array[] = [];
  for (const margin of margins) fitted.push(fitMargin(count, fitted.at(-1) ?? weight, margin));
  return fitted;
}

function last(weights: readonly Float64Array[]): Float64Array {
  return weights[weights.length - 1];
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
