import type {Filter} from "../../../src/lib/explore/countRespondents.js";
import type {TallyColumn} from "../../../src/lib/explore/tally.js";
import {reasons} from "../../../src/lib/respondents.js";

/** What a filter says of a respondent, in bits such that `&` tells what several say together. */
export const outsideFilter = 0b00;
export const unknownToFilter = 0b01;
export const insideFilter = 0b11;

/** By code of a filter's column what it says of a respondent. */
export function statesOf({categories}: Filter, column: TallyColumn): Uint8Array {
  const chosen = new Set(categories.flatMap(({of}) => of));
  const missing = reasons.map((reason) => (reason === "notAsked" ? outsideFilter : unknownToFilter));
  return Uint8Array.of(
    ...missing,
    ...column.categories.map((code) => (chosen.has(code) ? insideFilter : outsideFilter)),
  );
}
