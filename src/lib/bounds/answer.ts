import type {Event} from "../claims/claim.js";
import {getOrMake, memoize} from "../memoize.js";
import type {Rank} from "../quantities/rank.js";
import {indicator} from "./atoms.js";
import {conflict} from "./conflict.js";
import {asPrinted, type BoundsModel, withoutClaim} from "./model.js";
import {type Extremes, extremes, program} from "./program.js";

/** Of those that `given` holds for, what share does `event` hold for? */
export interface Question {
  event: Event;
  given: Event;
}

/** What stated numbers say to a question. */
export type Answer =
  | Range
  /** Stated numbers contradict each other: a smallest set of claims that do. */
  | {status: "contradiction"; claims: readonly string[]}
  /** The group asked about is empty, whatever the answers were. */
  | {status: "nobody"}
  /** The reading does not tell this attribute from another. */
  | {status: "notDistinguished"; attribute: string; from: string};

/** The least and the greatest proportion that fit everything stated. There is no value between them. */
export interface Range extends Ends {
  status: "range";
  rank: Extract<Rank, "stated" | "derived" | "bounded" | "unknown">;
  /** The printed number, or the one that printed numbers give; null where they leave a range. */
  value: number | null;
}

/** Least and greatest proportion. */
export interface Ends {
  low: number;
  high: number;
}

/** A claim that a range rests on, and the range that would be left without it. */
export interface Support extends Ends {
  claim: string;
}

/** Smaller differences are the solver's, not the question's. */
const tolerance = 1e-8;

/**
 * The least and the greatest proportion that fit everything stated, rounding included, and their rank:
 * stated when a claim says just this, derived when least equals greatest with every number as printed,
 * unknown when anything from none to all fits, and otherwise bounded.
 *
 * @throws when the question names an attribute that the model does not have
 */
export function answer(model: BoundsModel, question: Question): Answer {
  const merged = notDistinguished(model, question);
  if (merged) return merged;
  const found = extremesOf(model, question);
  if (found.status === "contradiction") return {status: "contradiction", claims: conflict(model)};
  if (found.status === "nobody") return found;
  return {...found, ...rankOf(model, question, found)};
}

/** Which claims, if dropped, would widen the range, those that would widen it most first. */
export function support(model: BoundsModel, question: Question): Support[] {
  const range = extremesOf(model, question);
  if (range.status !== "range") return [];
  return withoutEach(model)
    .flatMap(({claim, model: less}) => {
      const left = extremesOf(less, question);
      return left.status === "range" ? [{claim, low: left.low, high: left.high}] : [];
    })
    .filter((left) => isWider(left, range))
    .sort((a, b) => b.high - b.low - (a.high - a.low));
}

/** True when the first range reaches further, at either end. */
export function isWider(a: Ends, b: Ends): boolean {
  return a.low < b.low - tolerance || a.high > b.high + tolerance;
}

const withoutEach = memoize((model: BoundsModel) =>
  [...new Set(model.stated.map(({claim}) => claim))].map((claim) => ({claim, model: withoutClaim(model, claim)})),
);

/** The ends of a range alone, for when many are wanted at once. What a model was asked before, it remembers. */
export function extremesOf(model: BoundsModel, {event, given}: Question): Extremes {
  return getOrMake(rangesOf(model), `${event} of ${given}`, () => solveFor(model, {event, given}));
}

const rangesOf = memoize((_: BoundsModel) => new Map<string, Extremes>());

function solveFor(model: BoundsModel, {event, given}: Question): Extremes {
  const made = program(model);
  const known = new Set(model.attributes.map(({code}) => code));
  const unknown = codesIn({event, given}).find((code) => !known.has(code));
  if (unknown !== undefined) throw new Error(`unknown attribute: ${unknown}`);
  return extremes(made, indicator(event, made.atoms), indicator(given, made.atoms));
}

function codesIn({event, given}: Question): string[] {
  return [...event, ...given].map((literal) => literal.replace("!", ""));
}

function notDistinguished({standsFor}: BoundsModel, question: Question): Answer | null {
  for (const attribute of codesIn(question)) {
    const from = standsFor.get(attribute);
    if (from !== undefined) return {status: "notDistinguished", attribute, from};
  }
  return null;
}

function rankOf(model: BoundsModel, question: Question, {low, high}: Ends) {
  const stated = model.stated.find(
    (share) => isSame(share.event, question.event) && isSame(share.given, question.given),
  );
  if (stated) return {rank: "stated", value: stated.value} as const;
  const printed = extremesOf(asPrinted(model), question);
  if (printed.status === "range" && printed.high - printed.low < tolerance) {
    return {rank: "derived", value: printed.low} as const;
  }
  return {rank: low < tolerance && high > 1 - tolerance ? "unknown" : "bounded", value: null} as const;
}

const isSame = (a: Event, b: Event) => String([...a].sort()) === String([...b].sort());
