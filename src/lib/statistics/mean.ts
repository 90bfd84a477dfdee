import {type Base, baseOf} from "./base.js";
import {answeredIn, type Domain, everyone, type Responses} from "./column.js";
import type {Design} from "./design.js";
import {EmptyBaseError} from "./errors.js";
import {variance} from "./variance.js";

/** A number estimated for the population. */
export interface Estimate {
  estimate: number;
  standardError: number;
  degreesOfFreedom: number;
}

/** A weighted share of a base. */
export interface Share extends Base {
  /** 0 to 1. */
  proportion: number;
  standardError: number;
}

/** Options of every statistic. */
export interface Of {
  /** Whom the statistic is about, default everyone. */
  domain?: Domain;
}

/**
 * Weighted mean of numbers, such as pages or options, over those in the domain who answered.
 *
 * @throws EmptyBaseError, LonelyClassError
 */
export function mean(design: Design, responses: Responses, {domain}: Of = {}): Estimate & Base {
  const linear = linearisedMean(design, responses, domain);
  const standardError = Math.sqrt(variance(design, linear.contributions, linear.domain));
  return {estimate: linear.mean, standardError, ...baseOf(design, linear.domain)};
}

/**
 * The weighted share of those in the domain who answered whose response is 1: the mean of 1 and 0.
 *
 * @throws EmptyBaseError, LonelyClassError
 */
export function share(design: Design, responses: Responses, of: Of = {}): Share {
  const {estimate: proportion, ...rest} = mean(design, responses, of);
  return {proportion, ...rest};
}

/**
 * How many of the population, or how much in it: the weighted sum over those in the domain who answered. The total of
 * nobody is 0.
 *
 * @throws LonelyClassError
 */
export function total(design: Design, responses: Responses, {domain}: Of = {}): Estimate & Base {
  const {count, weight} = design;
  const inside = answeredIn(domain ?? everyone(count.length), responses);
  const contributions = weight.map((w, i) => (inside[i] ? w * responses.values[responses.codes[i]] : 0));
  const estimate = contributions.reduce((sum, z, i) => sum + count[i] * z, 0);
  const standardError = Math.sqrt(variance(design, contributions, inside));
  return {estimate, standardError, ...baseOf(design, inside)};
}

/** A mean together with what each respondent adds to its deviation. */
export interface LinearisedMean {
  mean: number;
  /** Those in the domain who answered. */
  domain: Domain;
  /** w (y - mean) / base for each respondent of a row, 0 outside the domain. */
  contributions: Float64Array;
}

/**
 * The weighted mean of those in the domain who answered, and its linearised contributions.
 * Source: Lohr, Sampling: Design and Analysis, 9.1; Woodruff (1971).
 *
 * @throws EmptyBaseError when nobody in the domain answered
 */
export function linearisedMean(
  {count, weight}: Design,
  responses: Responses,
  domain: Domain = everyone(count.length),
): LinearisedMean {
  const {codes, values} = responses;
  const inside = answeredIn(domain, responses);
  let sum = 0;
  let base = 0;
  for (let i = 0; i < count.length; i++) {
    if (!inside[i]) continue;
    sum += count[i] * weight[i] * values[codes[i]];
    base += count[i] * weight[i];
  }
  if (base === 0) throw new EmptyBaseError();
  const mean = sum / base;
  const contributions = weight.map((w, i) => (inside[i] ? (w * (values[codes[i]] - mean)) / base : 0));
  return {mean, domain: inside, contributions};
}
