import type {Reading} from "./lookUpUnit.js";
import {codesOf, type UnitMatch, unitMatchOf} from "./unitMatch.js";

/** The unit that all of several names side by side have: "Kåfjord/Gáivuotna", "Romsa Troms". Null if they have none. */
export function readParallelNames(reading: Reading, read: (part: Reading) => UnitMatch | null): UnitMatch | null {
  for (const parts of splitsOf(reading.text)) {
    const findings = parts.map((text) => read({...reading, text, steps: []}));
    const codes = commonTo(findings.map((finding) => (finding ? codesOf(finding) : [])));
    if (codes.length > 0) {
      return unitMatchOf(codes, {
        steps: [...reading.steps, "parallelNames"],
        several: "sharedName",
        none: "unknownName",
      });
    }
  }
  return null;
}

/** At all punctuation, else at one space. */
function splitsOf(text: string): string[][] {
  const atSpaces = [...text.matchAll(/\s+/g)].map(({index}) => [text.slice(0, index), text.slice(index)]);
  return [text.split(/[-–—/|;,()]/), text.split(/\s[-–—]\s/), ...atSpaces]
    .map((parts) => parts.map((part) => part.trim()).filter(Boolean))
    .filter(({length}) => length > 1);
}

function commonTo(lists: readonly (readonly string[])[]): string[] {
  const [first, ...others] = lists;
  return first.filter((code) => others.every((list) => list.includes(code)));
}
