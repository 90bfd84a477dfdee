import type {Design} from "./design.js";
import {type Answers, answeredIn, type Domain} from "./domain.js";
import {EmptyBaseError} from "./errors.js";

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
export function linearisedMean({count, weight}: Design, answers: Answers, domain: Domain): LinearisedMean {
  const inside = answeredIn(domain, answers);
  let sum = 0;
  let base = 0;
  for (let i = 0; i < count.length; i++) {
    if (!inside[i]) continue;
    sum += count[i] * weight[i] * answers[i];
    base += count[i] * weight[i];
  }
  if (base === 0) throw new EmptyBaseError();
  const mean = sum / base;
  const contributions = new Float64Array(count.length);
  for (let i = 0; i < count.length; i++) if (inside[i]) contributions[i] = (weight[i] * (answers[i] - mean)) / base;
  return {mean, domain: inside, contributions};
}
