import {range} from "d3";
import {type Assumption, ofKind} from "../../src/lib/claims/assumption.js";
import {
  type AnsweredVariable,
  type Codebook,
  type CountVariable,
  isAnswered,
} from "../../src/lib/respondents/codebook.js";
import {columnName} from "../../src/lib/respondents/respondents.js";

/** One clean column and what it can say: a question, or one option of a multiple response. */
export interface Item {
  column: string;
  variable: AnsweredVariable;
  option: string | null;
  candidates: readonly string[];
}

/** All that a codebook asks, in its order, so that what a question’s universe rests on comes before it. */
export function itemsOf({variables}: Codebook, assumptions: readonly Assumption[]): Item[] {
  return variables.filter(isAnswered).flatMap((variable): Item[] => {
    const item = (option: string | null, candidates: readonly string[]) => {
      return {column: columnName(variable.name, option), variable, option, candidates};
    };
    if (variable.type === "multiple") return variable.categories.map(({code}) => item(code, ["no", "yes"]));
    if (variable.type === "count") return [item(null, numbersOf(variable, assumptions))];
    const codes = variable.categories.map(({code}) => code);
    return [item(null, codes)];
  });
}

/** From the least number to the greatest that is assumed, or else allowed. */
function numbersOf({name, least, greatest}: CountVariable, assumptions: readonly Assumption[]): string[] {
  const assumed = ofKind(assumptions, "greatest").find(({variable}) => variable === name)?.value;
  return range(least, (assumed ?? greatest) + 1).map(String);
}
