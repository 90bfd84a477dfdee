import {noAnswer, notAsked} from "../../../src/lib/respondents/respondents.js";
import type {CleaningContext} from "../cleaningContext.js";
import {answerColumns, type Draft} from "../draft.js";

export function emptyRows(draft: Draft, {codebook}: CleaningContext): void {
  const answers = answersIn(
    draft,
    answerColumns(codebook).flatMap(({columns}) => columns),
  );
  for (const [row, count] of answers.entries()) if (count === 0) draft.setRowAside(row, "empty", "empty");
}

/** Row by row, how many of the columns hold a response, or "don't know", or a refusal. */
export function answersIn(draft: Draft, columns: readonly string[]): Int32Array {
  return draft.countWhere(columns, (code) => code !== noAnswer && code !== notAsked);
}
