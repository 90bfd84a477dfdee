import {itemsOf} from "../../data-loaders/survey/items.js";
import {type Codebook, variableOfType} from "../../src/lib/respondents/codebook.js";
import {noAnswer, type Respondents, type ResponseColumn, type Value} from "../../src/lib/respondents/respondents.js";
import type {MadeUp} from "./madeUp.js";

/**
 * Made-up respondents as cleaning gives them back, in their order.
 *
 * @param rowNumbers where each stands in the file
 */
export function toRespondents(
  respondents: readonly MadeUp[],
  codebook: Codebook,
  rowNumbers: Int32Array = Int32Array.from(respondents, (_, index) => index),
): Respondents {
  const unit = variableOfType(codebook, "unitNumber")?.name ?? "unit";
  const submitted = variableOfType(codebook, "date")?.name ?? "submitted";
  const answer = (name: string) => respondents.map(({answers}) => answers.get(name) ?? noAnswer);
  const items = itemsOf(codebook, []).map(({column, variable, option, candidates}) => {
    const said = answer(column);
    const occurring = candidates.filter((candidate) => said.includes(candidate));
    const categories = variable.type === "count" ? occurring : candidates;
    return encode({name: column, variable: variable.name, option, categories}, said);
  });
  const plain = (name: string, said: Value[]) =>
    encode({name, variable: name, option: null, categories: occurringIn(said)}, said);
  return {
    codebook: codebook.id,
    count: respondents.length,
    rank: "standIn",
    rowNumbers,
    columns: [
      plain(
        unit,
        respondents.map((each) => each.unit),
      ),
      plain(submitted, answer(submitted)),
      ...items,
    ],
  };
}

function occurringIn(said: readonly Value[]): string[] {
  return [...new Set(said)].filter((value) => typeof value === "string").sort();
}

function encode(column: Omit<ResponseColumn, "codes">, said: readonly Value[]): ResponseColumn {
  const codeOf = new Map(column.categories.map((category, index) => [category, index]));
  const codes = Int32Array.from(said, (value) => (typeof value === "number" ? value : (codeOf.get(value) as number)));
  return {...column, codes};
}
