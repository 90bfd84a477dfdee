import {isPossible, type Reading} from "../lookUpUnit.js";
import type {UnitDirectory} from "../unitDirectory.js";
import {type UnitMatch, unitMatchOf} from "../unitMatch.js";
import {nameKey} from "./nameKey.js";

/** The unit whose name a text is, if each question mark, or every two, is a letter beyond ASCII: "Troms?". Null without. */
export function readLostLetters(reading: Reading, {names}: UnitDirectory): UnitMatch | null {
  const key = nameKey(reading.text);
  if (!/[?\uFFFD]/.test(key) || !/\p{L}/u.test(key)) return null;
  const pattern = new RegExp(`^${key.replace(/[?\uFFFD]+/g, lettersFor)}$`, "u");
  const fitting = [...names.values()].flat().filter((name) => pattern.test(name.key) && isPossible(name, reading));
  if (fitting.length === 0) return null;
  return unitMatchOf(
    fitting.map(({unit}) => unit?.code ?? ""),
    {
      steps: [...reading.steps, "lostLetters", ...fitting[0].steps],
      several: new Set(fitting.map((name) => name.key)).size === 1 ? "sharedName" : "unclearName",
      none: "unknownName",
    },
  );
}

function lettersFor({length}: string): string {
  return `\\P{ASCII}{${Math.ceil(length / 2)},${length}}`;
}
