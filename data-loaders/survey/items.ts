import {type Assumption, ofKind} from "../../src/lib/claims/assumption.js";
import {type AnsweredVariable, type Codebook, isAnswered} from "../../src/lib/respondents/codebook.js";
import {columnName} from "./columnName.js";

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
    const item = (option: string | null, candidates: readonly string[]) => ({
      column: columnName(variable.name, option),
      variable,
      option,
      candidates,
    });
    if (variable.type === "multiple") return variable.categories.map(({code}) => item(code, ["no", "yes"]));
    if (variable.type === "single")
      return [
        item(
          null,
          variable.categories.map(({code}) => code),
        ),
      ];
    const greatest = ofKind(assumptions, "greatest").find((each) => each.variable === variable.name)?.value;
    return [item(null, numbersFrom(variable.least, greatest ?? variable.greatest))];
  });
}

function numbersFrom(least: number, greatest: number): string[] {
  return Array.from({length: greatest - least + 1}, (_, index) => String(least + index));
}
