import {splitCells, type UnitCells} from "./cells.js";
import {readName} from "./readName.js";
import {mendNumber, readNumber} from "./readNumber.js";
import {isLikeAnother} from "./spelling/isLikeAnother.js";
import type {UnitDirectory} from "./unitDirectory.js";
import {codesOf, type UnitMatch} from "./unitMatch.js";
import type {UnitReason, UnitStep} from "./unitSteps.js";

/** Which unit of 2011 answered, by the rules that were needed; or why it cannot be told. */
export type Identified = {status: "found"; code: string; steps: UnitStep[]} | {status: "unknown"; reason: UnitReason};

/**
 * The municipality or county authority of 2011 that two cells name. Never a guess: where a rule leaves more than one unit, or
 * where number and name lead to different ones, the answer is why. The number decides; the name has to agree with it, and
 * decides where there is none.
 */
export function identifyUnit(cells: UnitCells, directory: UnitDirectory): Identified {
  const {numbers, names, steps} = splitCells(cells);
  const number = agreeing(numbers.map((text) => readNumber(text, directory)));
  const name = agreeing(readNames(names, directory));
  const finding = combine({number, name, numbers, names}, directory);
  if (finding.status !== "found") return {status: "unknown", reason: finding.reason};
  return {status: "found", code: finding.code, steps: [...new Set([...steps, ...finding.steps])]};
}

/** A second name, from the cell of the number, counts only if it is one: that cell may also say "not known". */
function readNames([first, second]: readonly string[], directory: UnitDirectory): UnitMatch[] {
  const findings = [first, second].filter((text) => text !== undefined).map((text) => readName(text, directory));
  return findings.filter((finding, at) => at === 0 || finding.status !== "unknown");
}

/** What two cells say together; null if neither says anything. */
function agreeing([first, second]: readonly UnitMatch[]): UnitMatch | null {
  if (first === undefined) return null;
  if (second === undefined) return first;
  const common = codesOf(first).filter((code) => codesOf(second).includes(code));
  if (common.length === 0) return {status: "unknown", reason: "contradiction"};
  return first.status === "found" ? first : second;
}

interface Read {
  number: UnitMatch | null;
  name: UnitMatch | null;
  numbers: readonly string[];
  names: readonly string[];
}

function combine(read: Read, directory: UnitDirectory): UnitMatch {
  const {number, name} = read;
  if (number === null) return name === null ? {status: "unknown", reason: "noUnit"} : byName(name);
  if (number.status === "unknown" || name === null) return number;
  return number.status === "found"
    ? checkedByName(number, name, read, directory)
    : chosenByName(number, name, read, directory);
}

function byName(name: UnitMatch): UnitMatch {
  return name.status === "found" ? {...name, steps: ["byName", ...name.steps]} : name;
}

/** A name that may be the number's unit, or is like no other unit's, leaves the number standing. */
function checkedByName(
  number: Extract<UnitMatch, {status: "found"}>,
  name: UnitMatch,
  {names}: Read,
  directory: UnitDirectory,
): UnitMatch {
  if (codesOf(name).includes(number.code)) return number;
  const isUnread = name.status === "unknown" && name.reason === "unknownName";
  if (!isUnread || isLikeAnother(names[0], number.code, directory)) return {status: "unknown", reason: "contradiction"};
  return {...number, steps: [...number.steps, "nameNotRead"]};
}

/**
 * Of the municipalities that a later number was given to, the one that is named; but the merged municipality’s own name may
 * mean the whole of it: 0710 Sandefjord is three of 2011, while 0710 Andebu can only be one.
 */
function chosenByName(
  number: Extract<UnitMatch, {status: "several"}>,
  name: UnitMatch,
  {numbers}: Read,
  directory: UnitDirectory,
): UnitMatch {
  if (name.status !== "found") return number;
  if (!number.codes.includes(name.code)) return {status: "unknown", reason: "contradiction"};
  const later = mendNumber(numbers[0], directory).number;
  if (directory.namesakes.get(later) === name.code) return number;
  return {...name, steps: [...number.steps, "byName", ...name.steps]};
}
