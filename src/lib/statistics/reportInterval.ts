import {type Base, baseOf} from "./base.js";
import {answeredIn, type Domain, everyone, type Responses} from "./column.js";
import type {Design} from "./design.js";
import {exactInterval} from "./exactInterval.js";
import {type AtLevel, type Interval, logitInterval, usualLevel} from "./interval.js";
import {type Of, type Share, share} from "./mean.js";

/** A share with the interval to show, and the rule that it follows. */
export type ReportedShare =
  | (Base & {rule: "empty"})
  | (Share & {rule: "census" | "exact" | "logit"; interval: Interval});

/** Options of `reportInterval`. */
export interface ReportOptions extends Of, AtLevel {
  /** Units of the group, answered or not, where the register knows them. Default: the sum of weights, rounded up. */
  population?: number;
}

/** Of fewer yes or fewer no, the spread among respondents says too little. */
const fewest = 10;
/** Weights whose greatest is at most so many times the least count as equal. */
const nearlyEqual = 1.1;

/**
 * The one rule by which every share gets its interval, in this order:
 *
 * 1. `empty`: nobody answered, so there is no share;
 * 2. `census`: each respondent stands for itself alone, so the share is a fact and the interval a point;
 * 3. `exact`: weights are equal, or fewer than ten said yes, or fewer than ten no: the inversion of the hypergeometric
 *    distribution, of uneven weights with Kish's effective number of respondents, rounded down, and the number of yes
 *    rounded outward;
 * 4. `logit`: everything else, rounded outward to whole units.
 *
 * No interval leaves what is possible: from all who said yes and nobody else, to all but those who said no.
 *
 * Source: rule 3 as in `exactInterval`, rule 4 as in `logitInterval`; the order is ours (docs/method.md), and so is the
 * outward rounding, without which rule 4 covers too seldom where nearly all answered.
 *
 * @throws LonelyClassError
 */
export function reportInterval(
  design: Design,
  responses: Responses,
  {domain = everyone(design.count.length), level = usualLevel, population}: ReportOptions = {},
): ReportedShare {
  const inside = answeredIn(domain, responses);
  const base = baseOf(design, inside);
  if (base.unweightedBase === 0) return {rule: "empty", ...base};
  const estimate = share(design, responses, {domain});
  const {proportion} = estimate;
  if (isCensus(design, inside))
    return {rule: "census", interval: {low: proportion, high: proportion, level}, ...estimate, standardError: 0};
  const seen = seenIn(design, responses, inside);
  const units = seen.isEndless ? null : (population ?? Math.max(base.unweightedBase, Math.ceil(base.base - 1e-9)));
  const isExact = seen.isEven || Math.min(seen.count, base.unweightedBase - seen.count) < fewest;
  const interval = isExact
    ? exactInterval(effective(estimate, seen, units), {level})
    : logitInterval(estimate, {level});
  return {rule: isExact ? "exact" : "logit", interval: inUnits(interval, seen.count, base, units), ...estimate};
}

interface SeenIn {
  /** Respondents who said yes. */
  count: number;
  isEven: boolean;
  /** It is not known of how many units these are. */
  isEndless: boolean;
}

function seenIn({count, weight, unanswered}: Design, {codes, values}: Responses, inside: Domain): SeenIn {
  let [yes, least, greatest, known] = [0, Number.POSITIVE_INFINITY, 0, 0];
  for (let i = 0; i < count.length; i++) {
    if (!inside[i] || count[i] === 0 || weight[i] === 0) continue;
    yes += count[i] * values[codes[i]];
    least = Math.min(least, weight[i]);
    greatest = Math.max(greatest, weight[i]);
    known = Math.max(known, 1 - unanswered[i]);
  }
  return {count: yes, isEven: greatest <= nearlyEqual * least, isEndless: known === 0};
}

/** As many respondents of equal weight as would tell as much. */
function effective({proportion, effectiveBase, unweightedBase}: Share, {count, isEven}: SeenIn, units: number | null) {
  if (isEven) return {count, respondents: unweightedBase, population: units};
  const respondents = Math.max(1, Math.floor(effectiveBase + 1e-9));
  const yes = proportion * respondents;
  const whole: [number, number] = [Math.floor(yes + 1e-9), Math.ceil(yes - 1e-9)];
  return {count: whole, respondents, population: units};
}

/** Rounded outward to whole units, where their number is known, and cut to what is possible. */
function inUnits({low, high, level}: Interval, count: number, {unweightedBase}: Base, units: number | null): Interval {
  if (units === null) return {low, high, level};
  const [least, greatest] = [count, count + units - unweightedBase];
  return {
    low: Math.max(Math.floor(low * units + 1e-9), least) / units,
    high: Math.min(Math.ceil(high * units - 1e-9), greatest) / units,
    level,
  };
}

/**
 * True when each respondent in the domain stands for itself alone, so that what they say is all there is; never of
 * calibrated weights, which other respondents have a part in.
 */
export function isCensus({count, weight, unanswered, residuals}: Design, domain: Domain): boolean {
  if (residuals) return false;
  return domain.every((inside, i) => !inside || count[i] === 0 || weight[i] === 0 || unanswered[i] < 1e-9);
}
