import {ascending, greatest, group} from "d3";
import {type Codebook, variableOfType} from "../../../src/lib/respondents/codebook.js";
import {noAnswer} from "../../../src/lib/respondents/respondents.js";
import type {CleaningContext} from "../cleaningContext.js";
import type {Draft, DraftColumn} from "../draft.js";
import {answersIn} from "./emptyRows.js";
import {unitColumn} from "./units.js";

export function duplicates(draft: Draft, {codebook}: CleaningContext): void {
  const {columns} = draft;
  const key = columns.get(unitColumn) ?? columns.get(variableOfType(codebook, "id")?.name ?? "");
  if (!key) return;
  const compare = comparator(draft, codebook);
  for (const rows of repeatedRows(key)) {
    const kept = greatest(rows, compare);
    for (const row of rows) if (row !== kept) draft.setRowAside(row, "duplicate", "duplicate");
  }
}

/** Rows whose key others have too, by key. No key is not the same as another without one. */
function repeatedRows({codes, values}: DraftColumn): number[][] {
  const times = new Int32Array(values.length);
  for (const code of codes) times[code]++;
  const repeated = [...codes.keys()].filter((row) => times[codes[row]] > 1 && values[codes[row]] !== "");
  return [...group(repeated, (row) => codes[row]).values()];
}

/** Compares two rows: complete before partial, or else by the number of answers; then by time, then by place. */
function comparator(draft: Draft, codebook: Codebook): (a: number, b: number) => number {
  const answers = answersIn(draft, draft.given);
  const unanswered = unansweredIn(draft, draft.given);
  const date = draft.columns.get(variableOfType(codebook, "date")?.name ?? "");
  const moments = date?.values.map(withSeconds) ?? [];
  const answersOf = (row: number) => (unanswered[row] === 0 ? Number.POSITIVE_INFINITY : answers[row]);
  const momentOf = (row: number) => moments[date?.codes[row] ?? -1] ?? "";
  return (a, b) => ascending(answersOf(a), answersOf(b)) || ascending(momentOf(a), momentOf(b)) || ascending(a, b);
}

/** A moment that sorts by time: with its seconds, where it has minutes. A day alone comes before its hours. */
function withSeconds(moment: string): string {
  return /T\d\d:\d\d$/.test(moment) ? `${moment}:00` : moment;
}

/** Row by row, how many of the columns were asked and not answered. */
export function unansweredIn(draft: Draft, columns: readonly string[]): Int32Array {
  return draft.countWhere(columns, (code) => code === noAnswer);
}
