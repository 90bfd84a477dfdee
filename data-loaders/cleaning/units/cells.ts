import type {UnitStep} from "./unitSteps.js";
import {isUnitWord} from "./unitWord.js";

/** The two cells of a row that name its unit, as they stand in the file; "" if there is none. */
export interface UnitCells {
  number: string;
  name: string;
}

/** What the two cells hold, wherever it stood: up to two numbers and two names. */
export interface CellParts {
  numbers: readonly string[];
  names: readonly string[];
  steps: readonly UnitStep[];
}

type Parts = {number: string; name: string};

/** A number of a unit with what may stand before and around it in a cell that holds nothing else. */
const number = /^[^\p{L}\d]*(?:(?:komm?une|fylkes?|k|f)?[\s.-]*(?:nummer|nr|no)?[\s.:-]*)?\d[\d\s.,]*["'\s]*$/iu;
const numberFirst = /^\s*((?:k-?)?\d{1,4})(?!\d)[\s.,:;()–-]*(\p{L}.*)$/iu;
const numberLast = /^(.*\p{L}[.)]?)[\s,:;(–-]+(\d{1,4})\)?\s*$/u;

/** Numbers and names told apart, also where both stand in one cell or the columns have changed places. */
export function splitCells(cells: UnitCells): CellParts {
  const [inNumber, inName] = [splitCell(cells.number), splitCell(cells.name)];
  const numbers = [inNumber.number, inName.number].filter(Boolean);
  const names = [inName.name, inNumber.name].filter(Boolean);
  const isTogether = inNumber.name !== "" || inName.number !== "";
  return {numbers, names, steps: isTogether ? ["cellTogether"] : []};
}

/** Punctuation alone, and "kommune" alone, are nothing. */
function splitCell(text: string): Parts {
  if (!/[\p{L}\d]/u.test(text) || isUnitWord(text)) return {number: "", name: ""};
  if (number.test(text)) return {number: text, name: ""};
  const first = numberFirst.exec(text);
  if (first) return {number: first[1], name: first[2]};
  const last = numberLast.exec(text);
  if (last) return {number: last[2], name: last[1]};
  return {number: "", name: text};
}
