import {type Base, baseOf} from "../../src/lib/statistics/base.js";
import {answeredIn, type Domain, everyone, type Responses} from "../../src/lib/statistics/column.js";
import type {Design} from "../../src/lib/statistics/design.js";
import {criticalT} from "../../src/lib/statistics/distributions.js";
import {type AtLevel, type Interval, logitInterval} from "../../src/lib/statistics/interval.js";
import {linearisedMean, type Of, type Share, share} from "../../src/lib/statistics/mean.js";
import {isBoundary} from "./beyond/isBoundary.js";

/** A share with the interval to show, or why there is none. */
export type ReportCi =
  | (Base & {rule: "empty"})
  | (Base & {rule: "none"; proportion: number})
  | (Share & {rule: "census" | "boundary" | "logit"; interval: Interval});

/**
 * The interval of `report_ci` in reference cases, which the report used before `reportInterval`: `empty`, `census`, `none`
 * below one degree of freedom, `boundary` at 0 or 1 (Wilson's score interval with an effective size), else `logit`.
 *
 * @throws LonelyClassError
 */
export function reportCi(
  design: Design,
  answers: Responses,
  {domain = everyone(design.count.length), level = 0.95}: Of & AtLevel = {},
): ReportCi {
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

function asFact(estimate: Share, level: number): ReportCi {
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
  if (design.classes.some(({population}) => population === null)) return effectiveBase;
  const missing = base - effectiveBase;
  return missing < 1e-9 * effectiveBase ? Number.POSITIVE_INFINITY : (effectiveBase * (base - 1)) / missing;
}
