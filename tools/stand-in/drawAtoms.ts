import type {Atom} from "../../src/lib/bounds/atoms.js";
import {allocate, type Random} from "./allocate.js";
import type {DrawnUnit} from "./drawUnits.js";

/** Shares of the combinations of attributes, as maximum entropy gives them. */
export interface AtomShares {
  /** Codes of the attributes, in the order in which they are dealt. */
  attributes: readonly string[];
  atoms: readonly Atom[];
  /** Adding up to one. */
  shares: readonly number[];
}

/**
 * Deals each unit its attributes, one after another: each to the part of those alike so far that the shares say, spread
 * evenly over the classes.
 */
export function drawAtoms(units: readonly DrawnUnit[], shares: AtomShares, random: Random): Map<DrawnUnit, Atom> {
  const {attributes} = shares;
  const drawn = new Map<DrawnUnit, Set<string>>(units.map((unit) => [unit, new Set()]));
  for (const [index, attribute] of attributes.entries()) {
    const before = attributes.slice(0, index);
    const alike = (unit: DrawnUnit) => before.map((each) => Number(drawn.get(unit)?.has(each))).join("");
    const chanceOf = new Map<string, number>();
    for (const unit of units) {
      if (!chanceOf.has(alike(unit)))
        chanceOf.set(alike(unit), chanceAmong(attribute, before, drawn.get(unit) as Atom, shares));
    }
    const dealt = allocate(units, {
      chancesOf: (unit) => [1 - (chanceOf.get(alike(unit)) as number), chanceOf.get(alike(unit)) as number],
      keysOf: (unit) => [alike(unit), unit.unitClass],
      random,
    });
    for (const unit of units) if (dealt.get(unit) === 1) drawn.get(unit)?.add(attribute);
  }
  return drawn;
}

/** The share that has the attribute, of those that agree with `like` on all attributes before it. */
function chanceAmong(attribute: string, before: readonly string[], like: Atom, {atoms, shares}: AtomShares): number {
  let all = 0;
  let having = 0;
  for (const [index, atom] of atoms.entries()) {
    if (before.some((each) => atom.has(each) !== like.has(each))) continue;
    all += shares[index];
    if (atom.has(attribute)) having += shares[index];
  }
  return having / all;
}
