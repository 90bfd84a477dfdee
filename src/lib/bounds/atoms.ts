import type {Event} from "../claims/claim.js";
import type {BoundsModel} from "./model.js";

/** One combination of attributes that a municipality can have: the codes of those that it has. */
export type Atom = ReadonlySet<string>;

/**
 * Every combination of attributes that respects what implies what. The answers of the municipalities are
 * distributed over these; what is known of the distribution is linear in the shares of the atoms.
 */
export function atoms({attributes}: Pick<BoundsModel, "attributes">): Atom[] {
  let combinations: string[][] = [[]];
  for (const {code} of attributes) combinations = combinations.flatMap((codes) => [codes, [...codes, code]]);
  return combinations.map((codes) => new Set(codes)).filter((atom) => isPossible(atom, attributes));
}

/** 1 for each atom that the event holds for, else 0. */
export function indicator(event: Event, over: readonly Atom[]): number[] {
  return over.map((atom) => Number(event.every((literal) => holds(literal, atom))));
}

function holds(literal: string, atom: Atom): boolean {
  return literal.startsWith("!") ? !atom.has(literal.slice(1)) : atom.has(literal);
}

function isPossible(atom: Atom, attributes: BoundsModel["attributes"]): boolean {
  return attributes.every(({code, implies}) => !atom.has(code) || implies.every((each) => atom.has(each)));
}
