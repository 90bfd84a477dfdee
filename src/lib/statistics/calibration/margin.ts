import type {Column} from "../column.js";
import {CellWithoutPopulationError, CellWithoutRespondentsError} from "../errors.js";

/** Cells whose sizes in the population are known. */
export interface Margin {
  /** The cell of each row; every row has one. */
  cells: Column;
  /** Population of each category of `cells`; null where it is not given. */
  population: readonly (number | null)[];
}

/**
 * Weights scaled so that those in each cell add up to the cell's population.
 * Source: Holt and Smith (1979), JRSS A 142, 33-46; Lohr, Sampling: Design and Analysis, 4.4.
 *
 * @param count respondents in each row
 * @throws CellWithoutRespondentsError, CellWithoutPopulationError naming the cell
 */
export function fitMargin(count: Float64Array, weight: Float64Array, {cells, population}: Margin): Float64Array {
  const sums = new Float64Array(cells.categories.length);
  for (let i = 0; i < count.length; i++) {
    if (cells.codes[i] < 0) throw new CellWithoutPopulationError("no answer");
    sums[cells.codes[i]] += count[i] * weight[i];
  }
  const factors = cells.categories.map((name, cell) => cellFactor(name, sums[cell], population[cell] ?? 0));
  return weight.map((w, i) => w * factors[cells.codes[i]]);
}

function cellFactor(name: string, respondents: number, population: number): number {
  if (respondents === 0 && population > 0) throw new CellWithoutRespondentsError(name);
  if (respondents > 0 && population === 0) throw new CellWithoutPopulationError(name);
  return respondents === 0 ? 1 : population / respondents;
}
