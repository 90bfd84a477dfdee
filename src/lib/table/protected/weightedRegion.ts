import {type UnitCells, weighCells} from "../../respondents/weighting.js";
import type {NoisyStratum} from "../../statistics/noisyShare.js";

/** How many gave an answer, of how many that answered the question: with noise, so neither need be whole or above zero. */
export interface NoisyCount {
  count: number;
  base: number;
}

/** Who was asked and who answered, cell by cell of the register: no answers, and no noise. */
export interface Answered {
  units: UnitCells;
  /** Respondents of each cell, in the order of `units.populations`. */
  answeredByCell: readonly number[];
}

/**
 * A region with the make-up by size that its units have, and not its respondents: the regression estimator whose slopes are
 * those of all regions together (Rao and Molina 2015, *Small Area Estimation*, 2nd ed., 2.5). With N units and n respondents
 * in the region, N_k and n_k of them of size k, and m_k respondents of that size in all regions,
 *
 *     X̂ = N/n X + Σ_k (N_k − n_k N/n) X_k / m_k,
 *
 * and the base likewise. It takes the answers by region and the answers by size, and no table of the two together.
 *
 * @param own what was counted in the region
 * @param bySize what was counted in each class, of all regions
 * @returns the sum's terms; those that correct the make-up may have weights below zero
 */
export function weightedRegion(
  {units, answeredByCell}: Answered,
  region: number,
  {own, bySize}: {own: NoisyCount; bySize: readonly NoisyCount[]},
): NoisyStratum[] {
  const {classes: sizes, regions, populations} = units;
  const width = regions.length;
  const inClasses = (numbers: readonly number[], isIn: (region: number) => boolean) =>
    sizes.map((_, h) => sum(numbers.slice(h * width, (h + 1) * width).filter((_, c) => isIn(c))));
  const isAny = () => true;
  const all = {classes: sizes, regions: regions.slice(0, 1), populations: inClasses(populations ?? [], isAny)};
  const {classes, classOf} = weighCells(all, Float64Array.from(inClasses(answeredByCell, isAny)));
  const inMerged = (numbers: readonly number[]) => {
    const ofSizes = inClasses(numbers, (c) => c === region);
    return classes.map((_, k) => sum(ofSizes.filter((_, h) => classOf[h] === k)));
  };
  const [asked, answered] = [inMerged(populations ?? []), inMerged(answeredByCell)];
  const weight = sum(asked) / sum(answered);
  const corrections = bySize.map((counted, h): NoisyStratum => {
    const {respondents, responseRate} = classes[classOf[h]];
    const lacking = asked[classOf[h]] - answered[classOf[h]] * weight;
    return {...counted, weight: lacking / respondents, unanswered: 1 - (responseRate ?? 0)};
  });
  return [{...own, weight, unanswered: 1 - 1 / weight}, ...corrections.filter((each) => each.weight !== 0)];
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
