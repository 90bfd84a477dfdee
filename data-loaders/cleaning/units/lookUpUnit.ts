import {foldPunctuation, nameKey} from "./spelling/nameKey.js";
import type {KnownName, UnitDirectory} from "./unitDirectory.js";
import {type UnitMatch, unitMatchOf} from "./unitMatch.js";
import type {UnitStep} from "./unitSteps.js";
import type {UnitKind} from "./unitWord.js";

/** A name being read: what is left of the text, and what was told by what was taken away. */
export interface Reading {
  text: string;
  kind: UnitKind | null;
  /** Number of the county that stood beside the name. */
  county: string | null;
  steps: readonly UnitStep[];
}

/** True of a name that what stood around it does not rule out. */
export function isPossible({unit}: KnownName, {kind, county}: Reading): boolean {
  return (kind === null || kind === unit?.kind) && (county === null || county === unit?.county);
}

/** The unit that has exactly this name, but for capitals, punctuation and lost letters; null if none has. */
export function lookUpUnit(reading: Reading, directory: UnitDirectory): UnitMatch | null {
  const key = nameKey(reading.text);
  const named = directory.names.get(key);
  if (named) return matchAmong(named, reading, "sharedName");
  const written = directory.writings.get(key);
  return written ? matchAmong(written, reading, "unclearName") : null;
}

function matchAmong(names: readonly KnownName[], reading: Reading, several: "sharedName" | "unclearName"): UnitMatch {
  const possible = names.filter((name) => name.unit !== null && isPossible(name, reading));
  return unitMatchOf(
    possible.flatMap(({unit}) => (unit ? [unit.code] : [])),
    {
      steps: [...reading.steps, ...spellingSteps(reading.text, names[0]), ...(possible[0]?.steps ?? [])],
      several,
      none: reasonAgainst(names, reading),
    },
  );
}

/** Why a name that is known is not that of the unit. */
function reasonAgainst(names: readonly KnownName[], reading: Reading) {
  if (names.every(({unit}) => unit === null)) return "otherPlace";
  return names.some((name) => isPossible(name, {...reading, county: null})) ? "contradiction" : "unknownName";
}

/** Each fold is on record only if the texts differ without it. */
function spellingSteps(text: string, {text: known}: KnownName): UnitStep[] {
  const steps: UnitStep[] = [];
  if (foldPunctuation(text) !== foldPunctuation(known)) steps.push("capitals");
  if (text.toLowerCase() !== known.toLowerCase()) steps.push("punctuation");
  return steps;
}
