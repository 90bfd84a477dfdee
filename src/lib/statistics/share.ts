import type {Base} from "./base.js";
import type {Design} from "./design.js";
import type {Answers} from "./domain.js";
import {mean, type Of} from "./mean.js";

/** A weighted share of a base. */
export interface Share extends Base {
  /** 0 to 1. */
  proportion: number;
  standardError: number;
}

/**
 * The weighted share of those in the domain who answered for whom `answers` is 1: the mean of an indicator.
 *
 * @param answers 1, 0, or NaN for no answer, for each row
 * @throws EmptyBaseError, LonelyClassError
 */
export function share(design: Design, answers: Answers, of: Of = {}): Share {
  const {estimate: proportion, ...rest} = mean(design, answers, of);
  return {proportion, ...rest};
}
