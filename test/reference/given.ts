import {z} from "zod";
import type {Base} from "../../src/lib/statistics/base.js";
import type {Domain, Responses} from "../../src/lib/statistics/column.js";
import type {Design} from "../../src/lib/statistics/design.js";
import {NoIntervalError} from "../../src/lib/statistics/errors.js";
import type {Interval} from "../../src/lib/statistics/interval.js";
import {respondedTo} from "../../tools/stand-in/respondedTo.js";
import {designOf} from "./caseDesign.js";
import {type Condition, conditionSchema, domainOf, domainSchema, membership} from "./conditions.js";
import {type Frame, filterFrame} from "./frame.js";
import {parsePart} from "./parse.js";

/** What a case hands to the function of its statistic. */
export interface Given {
  /** The case’s data; of no rows when it has none. */
  frame: Frame;
  /** The design as described, not yet checked. */
  design: unknown;
  /** The arguments as described, not yet checked. */
  args: unknown;
}

/** Computes what a case expects: members as the reference names them. */
export type Statistic = (given: Given) => Record<string, unknown>;

/** A statistic whose arguments have this schema. */
export function statistic<T>(
  schema: z.ZodType<T>,
  compute: (args: T, given: Given) => Record<string, unknown>,
): Statistic {
  return (given) => compute(parsePart(schema, given.args, "args"), given);
}

export const missingSchema = z.enum(["domain", "nonresponse"]).default("domain");
export const levelSchema = z.number().gt(0).lt(1).default(0.95);

/** Arguments of every statistic of one indicator. */
export const indicatorArgs = z.strictObject({
  y: conditionSchema,
  domain: domainSchema,
  missing: missingSchema,
  level: levelSchema,
});

/** What was asked, and of whom. */
export interface Asked {
  items: (frame: Frame) => Pick<Responses, "codes">[];
  domain: Condition[];
}

/** The frame and its design; with nonresponse, of those who answered everything they were asked. */
export function survey(
  {frame, design}: Given,
  missing: z.infer<typeof missingSchema>,
  asked: readonly Asked[],
): {frame: Frame; design: Design} {
  const answered = missing === "domain" ? frame : asked.reduce(dropUnanswered, frame);
  return {frame: answered, design: designOf(answered, design)};
}

function dropUnanswered(frame: Frame, {items, domain}: Asked): Frame {
  return filterFrame(frame, respondedTo(items(frame), membership(frame, domain)));
}

/** The domain that a case names, in a frame. */
export function within(frame: Frame, domain: readonly Condition[]): {domain: Domain} {
  return {domain: domainOf(frame, domain)};
}

/** The reference’s names for what a statistic rests on. */
export function basics({unweightedBase, base, effectiveBase, degreesOfFreedom}: Base) {
  return {
    n: unweightedBase,
    N_hat: base,
    n_eff_kish: unweightedBase === 0 ? null : effectiveBase,
    df: degreesOfFreedom,
  };
}

/** An interval by the reference’s names; null where there is none. */
export function limits(make: () => Interval): {ci_low: number | null; ci_high: number | null} {
  try {
    const {low, high} = make();
    return {ci_low: low, ci_high: high};
  } catch (error) {
    if (error instanceof NoIntervalError) return {ci_low: null, ci_high: null};
    throw error;
  }
}
