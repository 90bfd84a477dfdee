import {numbersOf} from "./checks/numbersOf.js";

/** True when two texts hold the same numbers, in any order. */
export function isSameNumbers(a: string, b: string): boolean {
  return String(numbersOf(a).sort()) === String(numbersOf(b).sort());
}
