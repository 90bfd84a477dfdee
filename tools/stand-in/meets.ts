import {isResponse} from "../../data-loaders/cleaning/draft.js";
import {columnName} from "../../data-loaders/survey/columnName.js";
import type {AskedAttribute, Codebook, Condition} from "../../src/lib/respondents/codebook.js";

export type Answers = ReadonlyMap<string, string>;

/** Whether one made-up respondent’s answers so far meet a condition; undefined while it is not answered. */
export function meets(
  answers: Answers,
  {variable: name, codes}: Condition,
  {variables}: Codebook,
): boolean | undefined {
  const isMultiple = variables.find((each) => each.name === name)?.type === "multiple";
  const each = codes.map((code) => (isMultiple ? ticks(answers, name, code) : isAnswer(answers.get(name), code)));
  return anyOf(each);
}

/** Whether one has an attribute; undefined while answers that could decide it are still open. */
export function hasAttribute(answers: Answers, {anyOf: conditions}: AskedAttribute, codebook: Codebook) {
  return anyOf(conditions.map((condition) => meets(answers, condition, codebook)));
}

/** True when all conditions hold, as of a question’s universe. */
export function meetsAll(answers: Answers, conditions: readonly Condition[], codebook: Codebook): boolean {
  return conditions.every((condition) => meets(answers, condition, codebook) === true);
}

function anyOf(each: readonly (boolean | undefined)[]): boolean | undefined {
  return each.includes(true) ? true : each.includes(undefined) ? undefined : false;
}

function ticks(answers: Answers, variable: string, code: string): boolean | undefined {
  const said = answers.get(columnName(variable, code.replace(/^!/, "")));
  return said === undefined ? undefined : said === (code.startsWith("!") ? "no" : "yes");
}

function isAnswer(said: string | undefined, code: string): boolean | undefined {
  if (said === undefined) return undefined;
  if (!isResponse(said)) return false;
  if (code.startsWith("!")) return said !== code.slice(1);
  return code.endsWith("+") ? Number(said) >= Number(code.slice(0, -1)) : said === code;
}
