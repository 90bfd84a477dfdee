import {distanceWithin} from "./editDistance.js";

/** One wrong letter for every four is still taken for a slip. */
const lettersPerSlip = 4;

/**
 * The known name that another is most likely a misspelling of; null when none is near. Capitals do not matter. Of names
 * that are equally near, the first.
 */
export function nearest(name: string, known: Iterable<string>): string | null {
  const limit = Math.max(1, Math.floor(name.length / lettersPerSlip));
  const near = [...known].map((each) => ({
    each,
    distance: distanceWithin(limit, name.toLowerCase(), each.toLowerCase()),
  }));
  const [first] = near.filter(({distance}) => distance <= limit).sort((a, b) => a.distance - b.distance);
  return first?.each ?? null;
}

/** What an error adds to an unknown name, such as `, did you mean uses-now?`; empty when no known name is near. */
export function suggestion(name: string, known: Iterable<string>): string {
  const near = nearest(name, known);
  return near === null ? "" : `, did you mean ${near}?`;
}
