import type {CountVariable} from "../../../src/lib/respondents/codebook.js";
import {noAnswer} from "../../../src/lib/respondents/respondents.js";
import type {CleaningContext} from "../cleaningContext.js";
import type {Draft} from "../draft.js";
import {missingReader, ownTexts} from "./spellings.js";

/** Digits, and decimals after a comma or a point. */
const decimal = /^[+-]?\d+(?:[.,]\d+)?$/;
/** Digits, with a decimal part of zeros by comma or point, or with spaces between thousands. */
const whole = /^([+-]?\d{1,3}(?: \d{3})*|[+-]?\d+)(?:[.,]0+)?$/;
/** Thousands, or a number with three decimals: no one can tell. */
const unclear = /^[+-]?[1-9]\d{0,2}[.,]000$/;

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

function numberIn(text: string, {decimals}: CountVariable): string | null {
  if (!decimals) return wholeNumber(text);
  return decimal.test(text) ? String(Number(text.replace(",", "."))) : null;
}

function wholeNumber(text: string): string | null {
  const digits = unclear.test(text) ? undefined : whole.exec(text)?.[1];
  return digits === undefined ? null : String(Number(digits.replaceAll(" ", "")));
}
