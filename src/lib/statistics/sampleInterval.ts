import quantile from "@stdlib/stats-base-dists-beta-quantile";
import {type Base, baseOf} from "./base.js";
import {answeredIn, everyone, type Responses} from "./column.js";
import type {Design} from "./design.js";
import {criticalT} from "./distributions.js";
import {type AtLevel, type Interval, logitInterval, usualLevel} from "./interval.js";
import {type Of, type Share, share} from "./mean.js";
import {isCensus} from "./reportInterval.js";

/** A share of a sample with its interval, and the rule that it follows; no interval without degrees of freedom. */
export type SampledShare =
  | (Base & {rule: "empty"})
  | (Share & {rule: "census" | "beta" | "logit"; interval: Interval})
  | (Share & {rule: "none"; interval: null});

/** Of fewer yes or fewer no, the logit interval covers too seldom. */
const fewest = 10;

/**
 * The interval of a share by a sample's own design, in this order:
 *
 * 1. `empty`: nobody answered;
 * 2. `census`: all were drawn, so the share is a fact and the interval a point;
 * 3. `none`: no more clusters, or respondents, than strata;
 * 4. `beta`: fewer than ten said yes, or fewer than ten no: Korn and Graubard's, the exact binomial interval of the effective
 *    number of respondents, at most as many as there are; at 0 and 1 that is Kish's;
 * 5. `logit`: everything else.
 *
 * Source: Korn and Graubard (1998), Survey Methodology 24, 193-201; R's `svyciprop` with `beta` and `xlogit`. That the
 * effective number is at most n: Parker et al. (2017), Vital and Health Statistics 2 (175), NCHS.
 *
 * @throws LonelyClassError where the design says `fail`
 */
export function sampleInterval(
  design: Design,
  responses: Responses,
  {domain = everyone(design.count.length), level = usualLevel}: Of & AtLevel = {},
): SampledShare {
  const inside = answeredIn(domain, responses);
  const base = baseOf(design, inside);
  if (base.base === 0) return {rule: "empty", ...base};
  const estimate = share(design, responses, {domain});
  const {proportion, degreesOfFreedom} = estimate;
  if (isCensus(design, inside))
    return {rule: "census", interval: {low: proportion, high: proportion, level}, ...estimate, standardError: 0};
  if (degreesOfFreedom < 1) return {rule: "none", interval: null, ...estimate};
  const yes = inside.reduce((sum, isIn, i) => {
    const counts = isIn && design.weight[i] > 0;
    return counts ? sum + design.count[i] * responses.values[responses.codes[i]] : sum;
  }, 0);
  return Math.min(yes, base.unweightedBase - yes) < fewest
    ? {rule: "beta", interval: betaInterval(estimate, yes, level), ...estimate}
    : {rule: "logit", interval: logitInterval(estimate, {level}), ...estimate};
}

/** A standard error below this is 0 but for rounding. */
const noise = 1e-9;

function betaInterval(
  {proportion: p, standardError, unweightedBase: n, effectiveBase, degreesOfFreedom}: Share,
  said: number,
  level: number,
): Interval {
  const tailOf = (degrees: number) => criticalT(level, Math.max(1, degrees));
  const seen = standardError > noise ? (p * (1 - p)) / standardError ** 2 : effectiveBase;
  const size = Math.min(n, seen * (tailOf(n - 1) / tailOf(degreesOfFreedom)) ** 2);
  const [yes, no] = [p * size, (1 - p) * size];
  const alpha = (1 - level) / 2;
  return {
    low: said === 0 ? 0 : quantile(alpha, yes, no + 1),
    high: said === n ? 1 : quantile(1 - alpha, yes + 1, no),
    level,
  };
}
