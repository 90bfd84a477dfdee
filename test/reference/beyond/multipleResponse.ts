import {type Base, baseOf} from "../../../src/lib/statistics/base.js";
import type {Design} from "../../../src/lib/statistics/design.js";
import {type Answers, answeredIn, everyone} from "../../../src/lib/statistics/domain.js";
import {linearisedMean} from "../../../src/lib/statistics/linearise.js";
import {type Estimate, mean, type Of} from "../../../src/lib/statistics/mean.js";
import {type Share, share} from "../../../src/lib/statistics/share.js";
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
 * @param options for each option 1, 0 or NaN for each row
 * @throws EmptyBaseError when nobody answered all options; LonelyClassError
 */
export function multipleResponse(
  design: Design,
  options: readonly Answers[],
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
    any: share(
      design,
      number.map((n) => (n > 0 ? 1 : n)),
      {domain: inside},
    ),
    ...baseOf(design, inside),
  };
}

/** How many options were ticked in each row; NaN if any is unanswered. */
function ticked([first, ...others]: readonly Answers[]): Answers {
  return others.reduce((sum, answers) => sum.map((n, i) => n + answers[i]), first);
}
