import {ClassWithoutRespondentsError} from "./errors.js";

/** A response class as it was asked and answered. */
export interface ClassResponse {
  name?: string;
  /** Respondents with the answer in question. */
  count: number;
  respondents: number;
  population: number;
  /** Nonrespondents that weights suppose to have it, default in the proportion of the respondents. */
  supposed?: number;
}

/** Share of the population that answered, 0 to 1. */
export function responseRate(classes: readonly ClassResponse[]): number {
  return sumOf(classes, ({respondents}) => respondents) / sumOf(classes, ({population}) => population);
}

/**
 * The least and greatest share that the population can have, whatever those who did not answer think.
 * Source: Manski (1995), Identification Problems in the Social Sciences, ch. 2.
 */
export function worstCaseBand(classes: readonly ClassResponse[]): {low: number; high: number} {
  const population = sumOf(classes, (each) => each.population);
  const low = sumOf(classes, ({count}) => count);
  const nonrespondents = sumOf(classes, (each) => each.population - each.respondents);
  return {low: low / population, high: (low + nonrespondents) / population};
}

/**
 * The share of the population if those who did not answer give the answer so many times as often as weights suppose of
 * them, at most all of them: 1 if they are alike, 0 if none gives it, `Infinity` if all do. A pattern-mixture model;
 * source: Little and Rubin, Statistical Analysis with Missing Data, 15.5.
 *
 * @throws ClassWithoutRespondentsError naming a class in which nobody answered
 */
export function shareIfAsOften(classes: readonly ClassResponse[], times = 1): number {
  const silent = (each: ClassResponse) =>
    times === Number.POSITIVE_INFINITY ? 1 : Math.min(1, times * supposedShare(each));
  const total = sumOf(classes, (each) => each.count + (each.population - each.respondents) * silent(each));
  return total / sumOf(classes, ({population}) => population);
}

/** The share of those who did not answer that weights suppose. */
function supposedShare({name = "", count, respondents, population, supposed}: ClassResponse): number {
  if (respondents === 0) throw new ClassWithoutRespondentsError(name);
  if (population === respondents) return 0;
  return supposed === undefined ? count / respondents : Math.min(1, supposed / (population - respondents));
}

function sumOf(classes: readonly ClassResponse[], value: (each: ClassResponse) => number): number {
  return classes.reduce((sum, each) => sum + value(each), 0);
}
