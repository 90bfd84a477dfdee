import {getOrMake} from "../../src/lib/memoize.js";
import type {Codebook, Variable} from "../../src/lib/respondents/codebook.js";
import type {Value} from "../../src/lib/respondents/respondents.js";
import {isDateOfFieldwork} from "./rules/dates.js";
import {isCountWithin} from "./rules/numbers.js";
import {missingReader, readersOf} from "./rules/spellings.js";
import {partsReader} from "./rules/splitOptions.js";

/**
 * Tells the texts of a column that the codebook has words for, and that say nothing else: labels, codes and accepted
 * spellings, counts within range, days of fieldwork, and reasons for a missing response. Any other text may be anything,
 * such as a name or a telephone number.
 *
 * @returns a function of a column of the draft and a text or missing response in it
 */
export function understands(codebook: Codebook): (column: string, value: Value) => boolean {
  const readers = readersOf(codebook);
  const variables = new Map(codebook.variables.map((variable) => [variable.name, variable]));
  const known = new Map<string, (text: string) => boolean>();
  const isKnownTo = (column: string): ((text: string) => boolean) => {
    const reader = readers.get(column);
    if (reader) return (text) => reader.read(text) !== null;
    const variable = variables.get(column);
    return variable ? ofVariable(variable, codebook) : () => false;
  };
  return (column, text) => {
    if (typeof text === "number" || text === "") return true;
    return getOrMake(known, column, () => isKnownTo(column))(text);
  };
}

function ofVariable(variable: Variable, {fieldwork}: Codebook): (text: string) => boolean {
  const missing = missingReader(variable);
  if (variable.type === "multiple") {
    const read = partsReader(variable);
    return (text) => missing(text) !== null || typeof read(text) === "string";
  }
  if (variable.type === "count") return (text) => missing(text) !== null || isCountWithin(text, variable);
  if (variable.type === "date") return (text) => isDateOfFieldwork(text, fieldwork);
  return () => false;
}
