import type {CountVariable} from "../../../src/lib/respondents/codebook.js";
import {noAnswer} from "../../../src/lib/respondents/respondents.js";
import {isPlainNumber, valueOfNumber} from "../../files/text/numberOfText.js";
import type {CleaningContext} from "../cleaningContext.js";
import type {Draft} from "../draft.js";
import {missingReader, ownTexts} from "./spellings.js";

/** Digits with a decimal part of zeros, or with spaces between thousands. */
const whole = /^([+-]?\d{1,3}(?: \d{3})*|[+-]?\d+)(?:[.,]0+)?$/;
/** Thousands, or a number with three decimals. */
const unclear = /^([+-]?[1-9]\d{0,2})[.,]000$/;

export function numbers(draft: Draft, {codebook}: CleaningContext): void {
  for (const variable of codebook.variables) {
    if (variable.type !== "count") continue;
    const missing = missingReader(variable);
    const own = new Set(variable.missing.flatMap(ownTexts));
    draft.mapValues(variable.name, (text) => missing(text) ?? numberIn(text, variable) ?? noAnswer, {
      rule: "number",
      isSame: (before) => own.has(before),
    });
    draft.mapValues(variable.name, (text) => (isWithin(text, variable) ? text : noAnswer), {rule: "range"});
  }
}

function isWithin(text: string, {least, greatest}: CountVariable): boolean {
  return Number(text) >= least && Number(text) <= greatest;
}

/** True of a text that is read as a number that the codebook allows. */
export function isCountWithin(text: string, variable: CountVariable): boolean {
  const number = numberIn(text, variable);
  return number !== null && isWithin(number, variable);
}

function numberIn(text: string, variable: CountVariable): string | null {
  if (!variable.decimals) return wholeNumber(text, variable);
  return isPlainNumber(text) ? String(valueOfNumber(text)) : null;
}

function wholeNumber(text: string, variable: CountVariable): string | null {
  const [, thousands] = unclear.exec(text) ?? [];
  if (thousands !== undefined) return onlyOneWithin([thousands, `${thousands}000`], variable);
  const digits = whole.exec(text)?.[1].replaceAll(" ", "");
  const number = digits === undefined && isPlainNumber(text) ? valueOfNumber(text) : Number(digits);
  return Number.isInteger(number) ? String(number) : null;
}

/** Of two ways to read a number the one that the codebook allows; null where no one can tell. */
function onlyOneWithin(readings: readonly string[], variable: CountVariable): string | null {
  const within = readings.filter((each) => isWithin(each, variable));
  return within.length === 1 ? within[0] : null;
}
