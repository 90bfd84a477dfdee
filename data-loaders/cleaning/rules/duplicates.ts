import {desc, op, table} from "arquero";
import {variableOfType} from "../../../src/lib/respondents/codebook.js";
import {type Draft, type DraftColumn, isResponse, noAnswerValue, unchanged} from "../draft.js";
import type {CleaningContext, Rule} from "../rule.js";
import {answersIn} from "./emptyRows.js";
import {unitColumn} from "./units.js";

export const duplicates: Rule = {
  texts: [
    {
      id: "duplicate",
      label: {nb: "Samme enhet flere ganger", en: "The same unit more than once"},
      does: {
        nb: "Har en enhet svart flere ganger, teller det siste komplette svaret, ellers det med flest svar. De andre legges til side.",
        en: "If a unit answered more than once, the last complete answer counts, or else the one with most responses. The others are set aside.",
      },
    },
  ],
  apply(draft, context) {
    const key = keyColumn(draft, context);
    const rows = key ? repeatedRows(key) : [];
    if (!key || rows.length === 0) return unchanged(draft);
    const setAside = losers(draft, key, rows, context).map((row) => ({
      row: draft.rowNumbers[row],
      rule: "duplicate",
      reason: "duplicate",
    }));
    return {...unchanged(draft), setAside};
  },
};

/** What tells respondents apart: the unit, or else an id; nothing if the file has neither. */
function keyColumn({columns}: Draft, {codebook}: CleaningContext): DraftColumn | undefined {
  return columns.get(unitColumn) ?? columns.get(variableOfType(codebook, "id")?.name ?? "");
}

/** Rows whose key another row has too. No key is not the same as another without one. */
function repeatedRows({codes, values}: DraftColumn): number[] {
  const times = new Int32Array(values.length);
  for (const code of codes) times[code]++;
  const isRepeated = values.map((value, code) => isResponse(value) && times[code] > 1);
  return [...codes.keys()].filter((row) => isRepeated[codes[row]]);
}

function losers(draft: Draft, {codes}: DraftColumn, rows: readonly number[], context: CleaningContext): number[] {
  const answers = answersIn(draft, draft.given);
  const unanswered = unansweredIn(draft, draft.given);
  const submitted = draft.columns.get(variableOfType(context.codebook, "date")?.name ?? "");
  const moments = submitted?.values.map(comparable) ?? [];
  const when = (row: number) => moments[submitted?.codes[row] ?? 0] ?? "";
  const ranked = table({
    key: rows.map((row) => codes[row]),
    row: [...rows],
    isComplete: rows.map((row) => unanswered[row] === 0),
    answers: rows.map((row) => (unanswered[row] === 0 ? 0 : answers[row])),
    submitted: rows.map((row) => when(row)),
  })
    .orderby("key", desc("isComplete"), desc("answers"), desc("submitted"), desc("row"))
    .groupby("key")
    .derive({place: op.row_number()});
  const places = ranked.objects() as {row: number; place: number}[];
  return places.filter(({place}) => place > 1).map(({row}) => row);
}

/** A moment that sorts by time: with its seconds, where it has minutes; "" for none. A day alone comes before its hours. */
function comparable(moment: string): string {
  if (!isResponse(moment)) return "";
  return /T\d\d:\d\d$/.test(moment) ? `${moment}:00` : moment;
}

/** Row by row, how many of the columns were asked and not answered. */
export function unansweredIn(draft: Draft, columns: readonly string[]): Int32Array {
  const unanswered = new Int32Array(draft.rowNumbers.length);
  for (const name of columns) {
    const column = draft.columns.get(name);
    if (!column) continue;
    const code = column.values.indexOf(noAnswerValue);
    if (code >= 0)
      for (let row = 0; row < unanswered.length; row++) unanswered[row] += Number(column.codes[row] === code);
  }
  return unanswered;
}
