import {range, sum} from "d3";
import {type Base, baseOf} from "../../../src/lib/statistics/base.js";
import {answeredIn, everyone, noAnswer, type Responses} from "../../../src/lib/statistics/column.js";
import type {Design} from "../../../src/lib/statistics/design.js";
import {type Estimate, linearisedMean, mean, type Of, type Share, share} from "../../../src/lib/statistics/mean.js";
import {covariance} from "../../../src/lib/statistics/variance.js";

/** A question with several boxes to tick, of one base: those who answered all boxes. Shares add up to more than 1. */
export interface MultipleResponse extends Base {
  /** Share that ticked each option. */
  proportion: number[];
  standardError: number[];
  /** Of the shares, [option][option]. */
  covariance: number[][];
  /** Mean number of options ticked. */
  meanNumber: Estimate;
  /** Share that ticked any. */
  any: Share;
}

/**
 * Share of respondents, not of mentions, for each option.
 *
 * @param options each 1 or 0
 * @throws EmptyBaseError when nobody answered all options; LonelyClassError
 */
export function multipleResponse(
  design: Design,
  options: readonly Responses[],
  {domain = everyone(design.count.length)}: Of = {},
): MultipleResponse {
  const inside = options.reduce(answeredIn, domain);
  const linear = options.map((answers) => linearisedMean(design, answers, inside));
  const matrix = covariance(
    design,
    linear.map(({contributions}) => contributions),
    inside,
  );
  const number = ticked(options);
  return {
    proportion: linear.map((option) => option.mean),
    standardError: matrix.map((row, i) => Math.sqrt(row[i])),
    covariance: matrix,
    meanNumber: mean(design, number, {domain: inside}),
    any: share(design, {...number, values: number.values.map(Math.sign)}, {domain: inside}),
    ...baseOf(design, inside),
  };
}

/** How many options were ticked in each row; no response if any is unanswered. */
function ticked(options: readonly Responses[]) {
  const numbers = Int32Array.from(options[0].codes, (_, row) =>
    options.some(({codes}) => codes[row] < 0) ? noAnswer : sum(options, ({codes, values}) => values[codes[row]]),
  );
  return {codes: numbers, values: range(options.length + 1)};
}
