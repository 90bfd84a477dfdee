import {sum} from "d3";
import {z} from "zod";
import {type ClassResponse, responseRate, shareIfAsOften, worstCaseBand} from "../../src/lib/statistics/nonresponse.js";
import {adjustP} from "./beyond/adjustP.js";
import {kish} from "./beyond/kish.js";
import {finiteWilsonInterval, hypergeometricInterval} from "./beyond/unweightedIntervals.js";
import {levelSchema, type Statistic, statistic} from "./given.js";

const count = z.number().int().nonnegative();
const countedArgs = z.strictObject({k: count, n: count, N: count.nullish(), level: levelSchema});

/** Statistics of numbers that the case itself gives. */
export const ofNumbers: Record<string, Statistic> = {
  p_adjust: statistic(
    z.strictObject({p: z.array(z.number().nullable()), method: z.enum(["holm", "bonferroni", "BH"])}),
    ({p, method}) => ({adjusted: adjustP(p, method)}),
  ),

  kish: statistic(z.strictObject({weights: z.array(z.number())}), ({weights}) => {
    const {respondents, effectiveSize, designEffect, relativeVariance} = kish(Float64Array.from(weights));
    return {n: respondents, n_eff_kish: effectiveSize, deff_kish: designEffect, cv2: relativeVariance};
  }),

  wilson_fpc: statistic(countedArgs, ({k, n, N, level}) => {
    const counted = {count: k, respondents: n, population: N ?? Number.POSITIVE_INFINITY};
    const {low, high} = finiteWilsonInterval(counted, {level});
    return {estimate: k / n, ci_low: low, ci_high: high};
  }),

  hypergeometric: statistic(countedArgs.extend({N: count}), ({k, n, N, level}) => {
    const {low, high} = hypergeometricInterval({count: k, respondents: n, population: N}, {level});
    return {estimate: k / n, total_low: low, total_high: high, ci_low: low / N, ci_high: high / N};
  }),

  nonresponse: statistic(
    z.strictObject({
      k: z.array(z.number()),
      n: z.array(z.number()),
      N: z.array(z.number()),
      delta: z.array(z.number()),
    }),
    ({k, n, N, delta}) => {
      const classes = k.map((each, h) => ({count: each, respondents: n[h], population: N[h]}));
      const {low, high} = worstCaseBand(classes);
      return {
        worst_low: low,
        worst_high: high,
        mar: n.includes(0) ? null : shareIfAsOften(classes),
        response_rate: responseRate(classes),
        delta_adjusted: delta.map((odds) => ifOddsDiffer(classes, odds)),
      };
    },
  ),
};

/**
 * The share of the population if the odds of those who did not answer are `odds` times the odds of those in their class
 * who did; null where nobody of a class answered. Pages suppose shares instead.
 */
function ifOddsDiffer(classes: readonly ClassResponse[], odds: number): number | null {
  if (classes.some(({respondents}) => respondents === 0)) return null;
  const have = classes.map(({count, respondents, population}) => {
    const p = count / respondents;
    return count + ((population - respondents) * odds * p) / (1 - p + odds * p);
  });
  return sum(have) / sum(classes.map(({population}) => population));
}
