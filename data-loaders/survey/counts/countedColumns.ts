import {type AnsweredVariable, type Codebook, isAnswered} from "../../../src/lib/respondents/codebook.js";
import {missingTexts} from "../../../src/lib/respondents/codeTexts.js";
import {type CountedColumn, columnName} from "../../../src/lib/respondents/respondents.js";
import {optionValues} from "../../cleaning/draft.js";

/** A column of the clean table that a database counts; it has the same name there. */
export interface DatabaseColumn extends Omit<CountedColumn, "categories"> {
  of: AnsweredVariable;
  /** Codes that it may hold; null of numbers. */
  codes: readonly string[] | null;
  /** Codes for the lack of a response, in the order of `reasons`. */
  missing: readonly string[];
}

/** The columns of answers in the clean table, in the codebook's order: a question, or one option of a multiple response. */
export function columnsOfTable({variables}: Pick<Codebook, "variables">): DatabaseColumn[] {
  return variables.filter(isAnswered).flatMap((variable): DatabaseColumn[] => {
    const missing = missingTexts(variable).map(({code}) => code);
    const column = (option: string | null, codes: readonly string[] | null) => {
      return {name: columnName(variable.name, option), variable: variable.name, option, of: variable, codes, missing};
    };
    if (variable.type === "count") return [column(null, null)];
    const codes = variable.categories.map(({code}) => code);
    if (variable.type === "single") return [column(null, codes)];
    return codes.map((code) => column(code, [optionValues.notChosen, optionValues.chosen]));
  });
}

/** True of a number that the codebook allows, as a clean table writes it. */
export function isNumberOf(text: string, variable: AnsweredVariable): boolean {
  if (variable.type !== "count") return false;
  const number = Number(text);
  const isPlain = (variable.decimals ? /^-?\d+(\.\d+)?$/ : /^-?\d+$/).test(text) && String(number) === text;
  return isPlain && number >= variable.least && number <= variable.greatest;
}
