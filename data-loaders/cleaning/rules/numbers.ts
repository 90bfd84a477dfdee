import type {CountVariable} from "../../../src/lib/respondents/codebook.js";
import {changedColumns, type Draft, type DraftColumn, isResponse, noAnswerValue} from "../draft.js";
import type {Rule} from "../rule.js";
import {mapValues} from "./mapValues.js";
import {missingReader, ownTexts} from "./spellings.js";

/** Digits, with a decimal part of zeros by comma or point, or with spaces between thousands. */
const whole = /^([+-]?\d{1,3}(?: \d{3})*|[+-]?\d+)(?:[.,]0+)?$/;
/** Thousands, or a number with three decimals: no one can tell. */
const unclear = /^[+-]?[1-9]\d{0,2}[.,]000$/;

export const numbers: Rule = {
  texts: [
    {
      id: "number",
      label: {nb: "Tall", en: "Numbers"},
      does: {
        nb: "Leser hele tall, også når de har null som desimal eller mellomrom mellom tusener. Det som ikke er et helt tall, blir ubesvart.",
        en: "Reads whole numbers, also when they have zero as decimal or spaces between thousands. What is no whole number becomes unanswered.",
      },
    },
    {
      id: "range",
      label: {nb: "Utenfor rekkevidde", en: "Out of range"},
      does: {
        nb: "Et tall utenfor det kodeboken tillater, blir ubesvart.",
        en: "A number outside what the codebook allows becomes unanswered.",
      },
    },
  ],
  apply(draft, {codebook}) {
    const mapped = codebook.variables.flatMap((variable) => {
      const column = draft.columns.get(variable.name);
      return variable.type === "count" && column ? [readCounts(variable, column, draft)] : [];
    });
    return changedColumns(draft, mapped);
  },
};

function readCounts(variable: CountVariable, column: DraftColumn, {rowNumbers}: Draft) {
  const missing = missingReader(variable);
  const own = new Set(variable.missing.flatMap(ownTexts));
  const read = mapValues(column, (text) => (isResponse(text) ? (missing(text) ?? wholeNumber(text)) : text), {
    rowNumbers,
    rule: "number",
    isSame: (before) => own.has(before),
  });
  const kept = mapValues(
    read.column,
    (text) => (!isResponse(text) || isWithin(text, variable) ? text : noAnswerValue),
    {
      rowNumbers,
      rule: "range",
    },
  );
  return {column: kept.column, changes: [...read.changes, ...kept.changes]};
}

function isWithin(text: string, {least, greatest}: CountVariable): boolean {
  return Number(text) >= least && Number(text) <= greatest;
}

/** True of a text that is read as a whole number that the codebook allows. */
export function isCountWithin(text: string, variable: CountVariable): boolean {
  const number = wholeNumber(text);
  return isResponse(number) && isWithin(number, variable);
}

function wholeNumber(text: string): string {
  const digits = unclear.test(text) ? undefined : whole.exec(text)?.[1];
  return digits === undefined ? noAnswerValue : String(Number(digits.replaceAll(" ", "")));
}
