import type {AskedAttribute, Codebook} from "../../src/lib/respondents/codebook.js";
import {allHold, anyHolds, type Condition, type FindColumn} from "../../src/lib/respondents/condition.js";
import {columnName, notAsked, type Value} from "../../src/lib/respondents/respondents.js";

export type Answers = ReadonlyMap<string, Value>;

/** Whether one made-up respondent’s answers so far meet all conditions; undefined while those that decide are open. */
export function meetsAll(answers: Answers, conditions: readonly Condition[], codebook: Codebook): boolean | undefined {
  return allHold(conditions, columnsOf(answers, codebook))(0);
}

/** Whether one has an attribute; undefined while answers that could decide it are still open. */
export function hasAttribute(answers: Answers, {anyOf}: AskedAttribute, codebook: Codebook): boolean | undefined {
  return anyHolds(anyOf, columnsOf(answers, codebook))(0);
}

/** One respondent's answers as columns of one row. What was asked and got no response meets as little as what was not. */
function columnsOf(answers: Answers, {variables}: Codebook): FindColumn {
  return (variable, code) => {
    const option = variables.find(({name}) => name === variable)?.type === "multiple" ? code : null;
    const said = answers.get(columnName(variable, option));
    if (said === undefined) return undefined;
    return typeof said === "number"
      ? {option, codes: [notAsked], categories: []}
      : {option, codes: [0], categories: [said]};
  };
}
