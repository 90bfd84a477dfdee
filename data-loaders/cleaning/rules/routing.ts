import {allHold} from "../../../src/lib/respondents/condition.js";
import {noAnswer, notAsked} from "../../../src/lib/respondents/respondents.js";
import type {CleaningContext} from "../cleaningContext.js";
import {answerColumns, type Draft} from "../draft.js";

/** Question by question in the codebook's order, for one question's universe rests on the responses to others. */
export function routing(draft: Draft, {codebook}: CleaningContext): void {
  for (const {variable, columns} of answerColumns(codebook)) {
    const holds = allHold(variable.universe, draft.find);
    const isAsked = Array.from(draft.rowNumbers, (_, row) => holds(row));
    for (const name of columns) routeColumn(name, isAsked, draft);
  }
}

/** Blanks become what they are: not asked, or asked and not answered. */
function routeColumn(name: string, isAsked: readonly (boolean | undefined)[], draft: Draft): void {
  const column = draft.columns.get(name) ?? {name, codes: new Int32Array(isAsked.length), values: [""]};
  draft.put(column);
  const {codes, values} = column;
  const isOpen = (row: number) => codes[row] === notAsked || values[codes[row]] === "";
  draft.replaceWhere(name, (row) => isAsked[row] === false, {rule: "routing", reason: notAsked});
  draft.replaceWhere(name, (row) => isAsked[row] === undefined || (isAsked[row] === true && isOpen(row)), {
    rule: "routing",
    reason: noAnswer,
  });
}
