import {type Base, baseOf} from "./base.js";
import {type Design, isPopulationKnown} from "./design.js";
import {criticalT} from "./distributions.js";
import {type Answers, answeredIn, type Domain, everyone} from "./domain.js";
import {type AtLevel, type Interval, logitInterval} from "./interval.js";
import {linearisedMean} from "./linearise.js";
import type {Of} from "./mean.js";
import {type Share, share} from "./share.js";

/** A share with the interval to show, or why there is none. */
export type ReportedShare =
  | (Base & {rule: "empty"})
  | (Base & {rule: "none"; proportion: number})
  | (Share & {rule: "census" | "boundary" | "logit"; interval: Interval});

/**
 * The one rule by which every share gets its interval, in this order:
 *
 * 1. `empty`: nobody answered, so there is no share;
 * 2. `census`: all in the classes concerned answered, so the share is a fact and the interval a point;
 * 3. `none`: no more respondents than classes, so nothing shows the spread; give the count;
 * 4. `boundary`: all or none, where a standard error of 0 would say too much; a score interval instead;
 * 5. `logit`: everything else.
 *
 * Source: rule 5 as in `logitInterval`; rule 4 is Wilson's score interval at 0 or 1 (1927, JASA 22, 209-212) with an
 * effective size, which is ours, as the order is (docs/method.md).
 *
 * @throws LonelyClassError
 */
export function reportInterval(
  design: Design,
  answers: Answers,
  {domain = everyone(answers.length), level = 0.95}: Of & AtLevel = {},
): ReportedShare {
  const inside = answeredIn(domain, answers);
  const base = baseOf(design, inside);
  if (base.unweightedBase === 0) return {rule: "empty", ...base};
  if (isCensus(design, inside)) return asFact(share(design, answers, {domain}), level);
  if (base.degreesOfFreedom < 1)
    return {rule: "none", proportion: linearisedMean(design, answers, domain).mean, ...base};
  const estimate = share(design, answers, {domain});
  const {proportion} = estimate;
  if (isBoundary(proportion)) return {rule: "boundary", interval: boundary(design, estimate, level), ...estimate};
  return {rule: "logit", interval: logitInterval(estimate, {level}), ...estimate};
}

/** True when the share is 0 or 1 but for rounding. */
export function isBoundary(proportion: number): boolean {
  return proportion < 1e-12 || proportion > 1 - 1e-12;
}

function asFact(estimate: Share, level: number): ReportedShare {
  const {proportion} = estimate;
  return {rule: "census", interval: {low: proportion, high: proportion, level}, ...estimate};
}

function isCensus({classOf, classes, count, weight}: Design, domain: Domain): boolean {
  const complete = classes.map(({respondents, population}) => population !== null && population <= respondents + 1e-9);
  return domain.every((inside, i) => !inside || count[i] === 0 || weight[i] === 0 || complete[classOf[i]]);
}

/** Score interval at 0 or 1: from the boundary to t^2/(m + t^2), with m respondents' worth of knowledge. */
function boundary(design: Design, {proportion, degreesOfFreedom, ...base}: Share, level: number): Interval {
  const t = criticalT(level, degreesOfFreedom);
  const reach = (t * t) / (worth(design, base) + t * t);
  return proportion < 0.5 ? {low: 0, high: reach, level} : {low: 1 - reach, high: 1, level};
}

/** Respondents of an endless population that would tell as much: more, as fewer of the population are missing. */
function worth(design: Design, {base, effectiveBase}: Pick<Base, "base" | "effectiveBase">): number {
  if (!isPopulationKnown(design)) return effectiveBase;
  const missing = base - effectiveBase;
  return missing < 1e-9 * effectiveBase ? Number.POSITIVE_INFINITY : (effectiveBase * (base - 1)) / missing;
}
