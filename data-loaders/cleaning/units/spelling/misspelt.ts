import {distanceWithin} from "../../../../src/lib/language/editDistance.js";
import {isPossible, type Reading} from "../lookUpUnit.js";
import type {KnownName, UnitDirectory} from "../unitDirectory.js";
import type {UnitMatch} from "../unitMatch.js";
import {isFurtherApart, letterMask} from "./letterMask.js";
import {nameKey} from "./nameKey.js";

/** No name is mended over more than two letters, and none may be nearer than one more. */
const furthest = 3;

interface Near {
  name: KnownName;
  distance: number;
}

/**
 * The unit whose misspelt name a text is: one letter off for a name of five letters, two for one of nine, if no other name is
 * within one letter more. The first letter has to be right: where it is not, the text is often another word.
 */
export function readMisspelt(reading: Reading, directory: UnitDirectory): UnitMatch | null {
  const key = nameKey(reading.text);
  const near = namesNear(key, directory).filter(({name}) => name.unit === null || isPossible(name, reading));
  const [nearest] = near;
  if (!near.some(({name, distance}) => distance <= limitOf(name))) return null;
  const rivals = near.filter(({name, distance}) => name.unit !== nearest.name.unit && distance <= nearest.distance + 1);
  const {unit} = nearest.name;
  if (rivals.length > 0 || unit === null) return severalOf([nearest, ...rivals], reading);
  if (nearest.name.key[0] !== key[0] || nearest.distance > limitOf(nearest.name)) return severalOf([nearest], reading);
  return {status: "found", code: unit.code, steps: [...reading.steps, "misspelt", ...nearest.name.steps]};
}

/** What comes near is kept, so that a number can decide. */
function severalOf(near: readonly Near[], {steps}: Reading): UnitMatch {
  const codes = [...new Set(near.flatMap(({name}) => (name.unit ? [name.unit.code] : [])))].sort();
  return {status: "several", codes, reason: "unclearName", steps};
}

/** Names and writings at most three letters off, nearest first. */
function namesNear(key: string, {byLength}: UnitDirectory): Near[] {
  const near: Near[] = [];
  const letters = letterMask(key);
  for (let length = key.length - furthest; length <= key.length + furthest; length++) {
    for (const name of byLength.get(length) ?? []) {
      if (isFurtherApart(furthest, letters, name.letters)) continue;
      const distance = distanceWithin(furthest, key, name.key);
      if (distance <= furthest) near.push({name, distance});
    }
  }
  return near.sort((a, b) => a.distance - b.distance || a.name.steps.length - b.name.steps.length || compare(a, b));
}

const compare = (a: Near, b: Near) => (a.name.key < b.name.key ? -1 : Number(a.name.key > b.name.key));

function limitOf({key}: KnownName): number {
  const letters = key.replace(/ /g, "").length;
  if (letters >= 9) return 2;
  return letters >= 5 ? 1 : 0;
}
