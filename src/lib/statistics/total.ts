import {type Base, baseOf} from "./base.js";
import type {Design} from "./design.js";
import {type Answers, answeredIn, everyone} from "./domain.js";
import type {Estimate, Of} from "./mean.js";
import {variance} from "./variance.js";

/**
 * How many of the population, or how much in it: the weighted sum over those in the domain who answered. The total of
 * nobody is 0.
 *
 * @param answers 1, 0, or another number for each row; NaN for no answer
 * @throws LonelyClassError
 */
export function total(design: Design, answers: Answers, {domain = everyone(answers.length)}: Of = {}): Estimate & Base {
  const inside = answeredIn(domain, answers);
  const contributions = answers.map((y, i) => (inside[i] ? design.weight[i] * y : 0));
  const estimate = contributions.reduce((sum, z, i) => sum + design.count[i] * z, 0);
  const standardError = Math.sqrt(variance(design, contributions, inside));
  return {estimate, standardError, ...baseOf(design, inside)};
}
