import {isResponse, missingValue, noAnswerValue} from "../../data-loaders/cleaning/draft.js";
import {itemsOf} from "../../data-loaders/survey/items.js";
import {type Codebook, variableOfType} from "../../src/lib/respondents/codebook.js";
import {codeOfReason, type Respondents, type ResponseColumn, reasons} from "../../src/lib/respondents/respondents.js";
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
  const answer = (name: string) => respondents.map(({answers}) => answers.get(name) ?? noAnswerValue);
  const items = itemsOf(codebook, []).map(({column, variable, option, candidates}) => {
    const said = answer(column);
    const occurring = candidates.filter((candidate) => said.includes(candidate));
    const categories = variable.type === "count" ? occurring : candidates;
    return encode({name: column, variable: variable.name, option, categories}, said);
  });
  const plain = (name: string, said: string[]) =>
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

function occurringIn(said: readonly string[]): string[] {
  return [...new Set(said)].filter(isResponse).sort();
}

function encode(column: Omit<ResponseColumn, "codes">, said: readonly string[]): ResponseColumn {
  const codeOf = new Map([
    ...column.categories.map((category, index): [string, number] => [category, index]),
    ...reasons.map((reason): [string, number] => [missingValue(reason), codeOfReason(reason)]),
  ]);
  return {...column, codes: Int32Array.from(said, (value) => codeOf.get(value) as number)};
}
