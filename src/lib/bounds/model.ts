import type {solve} from "yalps";
import type {Attribute, Claim, Event, ReadingOption, Summary} from "../claims/claim.js";
import {getOrMake, memoize} from "../memoize.js";
import {oneOfEach} from "../oneOfEach.js";
import {roundingRange} from "../quantities/quantity.js";
import type {Selection} from "../selection.js";

/**
 * What solves a linear program. It is handed in with the facts, so that a page of which nobody asks anything does not
 * load one; Node takes it from the package.
 */
export type Solve = typeof solve;

/** A share of `given` that `event` holds for, as a claim states it. Proportions, 0 to 1. */
export interface StatedShare {
  /** Id of the claim. */
  claim: string;
  event: Event;
  given: Event;
  /** As printed. */
  value: number;
  /** Least and greatest proportion that is printed so. */
  low: number;
  high: number;
}

/** What the source states of how its municipalities are distributed, under one reading. */
export interface BoundsModel {
  attributes: readonly Pick<Attribute, "code" | "implies">[];
  stated: readonly StatedShare[];
  /** What solves for the shares. */
  solve: Solve;
  /** Attributes that this reading does not tell from another, by their code. */
  standsFor: ReadonlyMap<string, string>;
}

/** Whom a question is put to, and what solves it. */
export interface Questioned {
  summary: Summary;
  solve: Solve;
}

/**
 * The model that the claims make, read in one way. Every claim that is a number takes part; nothing else does.
 *
 * @param reading code of an option by id of a reading; a reading that is not named takes its first option
 * @throws when the summary has no such option
 */
export function boundsModel({summary, solve}: Questioned, reading: Selection): BoundsModel {
  const chosen = chosenOptions(summary, reading);
  const key = chosen.map(({code}) => code).join();
  return getOrMake(modelsOf(summary), key, () => readModel(summary, solve, substitutions(chosen)));
}

/** The models of a summary that were made before, so that what is remembered of them is found again. */
const modelsOf = memoize((_: Summary) => new Map<string, BoundsModel>());

function readModel(summary: Summary, solve: Solve, standsFor: ReadonlyMap<string, string>): BoundsModel {
  return {
    attributes: summary.attributes
      .filter(({code}) => !standsFor.has(code))
      .map(({code, implies}) => ({code, implies: readEvent(implies, standsFor)})),
    stated: summary.claims.flatMap((claim) => statedShare(claim, standsFor)),
    solve,
    standsFor,
  };
}

/** The attributes that the model tells apart, in their order. */
export function distinguished({standsFor}: BoundsModel, attributes: readonly Attribute[]): Attribute[] {
  return attributes.filter(({code}) => !standsFor.has(code));
}

/** Every way to read the source: one option of each reading. */
export function allReadings({readings}: Summary): Selection[] {
  return oneOfEach(readings.map(({id, options}) => options.map(({code}) => [id, code]))).map((chosen) =>
    Object.fromEntries(chosen),
  );
}

/** The event in the words of a reading: each code replaced by the one that it stands for. */
export function readEvent(event: Event, standsFor: ReadonlyMap<string, string>): Event {
  return event.map((literal) =>
    literal.startsWith("!") ? `!${resolve(literal.slice(1), standsFor)}` : resolve(literal, standsFor),
  );
}

/** The model with one more share, such as one that a reader supposes to be known. */
export function withShare(model: BoundsModel, share: StatedShare): BoundsModel {
  return {...model, stated: [...model.stated, share]};
}

/** Code of the attribute of those that belong to a subgroup. */
export const inGroup = "inGroup";

/**
 * The model with a subgroup in it, such as the municipalities of one county, of which the survey says nothing.
 *
 * @param share the group's proportion of those that answered. How many answered is not known, so this is a supposition:
 *   that the group answered as often as the others. Null when nothing is supposed: the worst case.
 */
export function withGroup(model: BoundsModel, share: number | null): BoundsModel {
  const group = {claim: inGroup, event: [inGroup], given: [], value: share ?? 0, low: share ?? 0, high: share ?? 1};
  return {
    ...model,
    attributes: [...model.attributes, {code: inGroup, implies: []}],
    stated: [...model.stated, group],
  };
}

/** The model as it would be, had the summary not printed one of its numbers. */
export function withoutClaim(model: BoundsModel, claim: string): BoundsModel {
  return {...model, stated: model.stated.filter((share) => share.claim !== claim)};
}

/** The model with every stated number taken at its printed value. */
export const asPrinted = memoize(
  (model: BoundsModel): BoundsModel => ({
    ...model,
    stated: model.stated.map((share) => ({...share, low: share.value, high: share.value})),
  }),
);

function chosenOptions({readings}: Summary, reading: Selection): ReadingOption[] {
  return readings.map(({id, options}) => {
    const chosen = reading[id] === undefined ? options[0] : options.find(({code}) => code === reading[id]);
    if (!chosen) throw new Error(`unknown reading: ${id} = ${reading[id]}`);
    return chosen;
  });
}

/** What stands for what: all options chosen, each code led on to what it stands for in turn. */
function substitutions(chosen: readonly ReadingOption[]): Map<string, string> {
  const direct = new Map(chosen.flatMap(({standsFor}) => Object.entries(standsFor)));
  return new Map([...direct].map(([code, other]) => [code, resolve(other, direct)]));
}

function resolve(code: string, standsFor: ReadonlyMap<string, string>): string {
  const other = standsFor.get(code);
  return other === undefined ? code : resolve(other, standsFor);
}

function statedShare({id, value, attribute}: Claim, standsFor: ReadonlyMap<string, string>): StatedShare[] {
  if (value === null || attribute === null) return [];
  const {event, given} = attribute;
  return [
    {
      claim: id,
      event: readEvent(event, standsFor),
      given: readEvent(given, standsFor),
      value: value / 100,
      ...roundingRange(value),
    },
  ];
}
