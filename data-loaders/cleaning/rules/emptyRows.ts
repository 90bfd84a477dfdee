import {answerColumns, type Draft, isResponse, missingValue, unchanged} from "../draft.js";
import type {Rule} from "../rule.js";

export const emptyRows: Rule = {
  texts: [
    {
      id: "empty",
      label: {nb: "Tomme rader", en: "Empty rows"},
      does: {
        nb: "En rad uten et eneste svar legges til side.",
        en: "A row without a single response is set aside.",
      },
    },
  ],
  apply(draft, {codebook}) {
    const said = answersIn(
      draft,
      answerColumns(codebook).flatMap(({columns}) => columns),
    );
    const empty = draft.rowNumbers.filter((_, row) => said[row] === 0);
    const setAside = Array.from(empty, (row) => ({row, rule: "empty", reason: "empty"}));
    return {...unchanged(draft), setAside};
  },
};

/** Row by row, how many of the columns hold a response, or "don't know", or a refusal. */
export function answersIn(draft: Draft, columns: readonly string[]): Int32Array {
  const answers = new Int32Array(draft.rowNumbers.length);
  for (const name of columns) {
    const column = draft.columns.get(name);
    if (!column) continue;
    const isAnswer = Uint8Array.from(column.values, (value) => Number(isAnswered(value)));
    for (let row = 0; row < answers.length; row++) answers[row] += isAnswer[column.codes[row]];
  }
  return answers;
}

function isAnswered(value: string): boolean {
  return isResponse(value) || value === missingValue("dontKnow") || value === missingValue("refused");
}
