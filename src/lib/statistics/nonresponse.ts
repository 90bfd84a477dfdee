import {ClassWithoutRespondentsError} from "./errors.js";

/** A response class as it was asked and answered. */
export interface Response {
  name?: string;
  /** Respondents with the answer in question. */
  count: number;
  respondents: number;
  population: number;
  /** Nonrespondents that weights suppose to have it, default in the proportion of the respondents. */
  supposed?: number;
}

/** Share of the population that answered, 0 to 1. */
export function responseRate(classes: readonly Response[]): number {
  return sumOf(classes, ({respondents}) => respondents) / sumOf(classes, ({population}) => population);
}

/**
 * The least and greatest share that the population can have, whatever those who did not answer think.
 * Source: Manski (1995), Identification Problems in the Social Sciences, ch. 2.
 */
export function worstCaseBand(classes: readonly Response[]): {low: number; high: number} {
  const population = sumOf(classes, (each) => each.population);
  const low = sumOf(classes, ({count}) => count);
  const silent = sumOf(classes, (each) => each.population - each.respondents);
  return {low: low / population, high: (low + silent) / population};
}

/**
 * The share of the population if the odds of those who did not answer are `odds` times the odds of those in their class
 * who did: 1 if they are alike. A pattern-mixture model; source: Little and Rubin, Statistical Analysis with Missing
 * Data, 15.5.
 *
 * @throws ClassWithoutRespondentsError naming a class in which nobody answered
 */
export function shareIfSilentDiffer(classes: readonly Response[], odds = 1): number {
  const total = sumOf(classes, (each) => each.count + (each.population - each.respondents) * silentShare(each, odds));
  return total / sumOf(classes, ({population}) => population);
}

function silentShare({name = "", count, respondents, population, supposed}: Response, odds: number): number {
  if (respondents === 0) throw new ClassWithoutRespondentsError(name);
  if (population === respondents) return 0;
  const p = supposed === undefined ? count / respondents : Math.min(1, supposed / (population - respondents));
  return (odds * p) / (1 - p + odds * p);
}

function sumOf(classes: readonly Response[], value: (each: Response) => number): number {
  return classes.reduce((sum, each) => sum + value(each), 0);
}
