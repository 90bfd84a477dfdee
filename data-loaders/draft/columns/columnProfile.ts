import {sum} from "d3";
import {fold} from "../../../src/lib/language/fold.js";
import type {Reason} from "../../../src/lib/respondents/respondents.js";
import type {RawColumn} from "../../files/rawTable.js";
import {missingNumbers} from "./missingNumbers.js";
import {missingReason} from "./missingWords.js";

/** One of the different things that stand in a column. */
export interface Answer {
  /** What it says: the label that the file has for it, or else the text. */
  text: string;
  /** As it stands in the cells. */
  value: string;
  /** Rows with it. */
  count: number;
}

export interface MissingAnswer extends Answer {
  reason: Reason;
  /** Why it is taken for no answer. */
  because: string;
}

/** What a column holds. */
export interface ColumnProfile {
  column: RawColumn;
  rows: number;
  /** Rows with an answer. */
  filled: number;
  /** The most frequent first; labelled values that do not occur last. */
  answers: readonly Answer[];
  missing: readonly MissingAnswer[];
  /** For each of the column's values the index of its answer, or `empty` or `none`. */
  answerOf: Int32Array;
}

/** Of an empty cell, and of a value that stands for no answer. */
export const empty = -1;
export const none = -2;

/** More different texts than this are compared as they stand. */
const mostFolded = 5000;

/** Texts that differ in case or spaces alone are one answer, spelt as most often. */
export function profileOf({label, ...raw}: RawColumn, rows: number): ColumnProfile {
  const column = {...raw, label: label?.trim() || null};
  const counts = new Int32Array(column.values.length);
  for (const code of column.codes) counts[code]++;
  const all = answersIn(column, counts);
  const odd = column.valueLabels.size > 0 ? new Set<string>() : missingNumbers(all.map(({text}) => text));
  const missing = all.flatMap((answer) => {
    const why = whyMissing(answer, column, odd);
    return why ? [{...answer, ...why}] : [];
  });
  const isMissing = new Set(missing.map(({text}) => text));
  const answers = all.filter(({text}) => !isMissing.has(text)).sort((a, b) => b.count - a.count);
  return {
    column,
    rows,
    filled: sum(answers, ({count}) => count),
    answers,
    missing,
    answerOf: answerOfEach(column, answers),
  };
}

/** What a value stands for: its label, or else the value itself. */
export const meaningIn = ({valueLabels}: RawColumn, value: string) => valueLabels.get(value) || value;

/** What two texts have in common that are one answer. */
const keyIn = ({values}: RawColumn) => (values.length > mostFolded ? (text: string) => text.trim() : fold);

function answersIn(column: RawColumn, counts: Int32Array): Answer[] {
  const {values, valueLabels} = column;
  const keyOf = keyIn(column);
  const found = new Map<string, Answer & {most: number}>();
  const add = (value: string, count: number) => {
    const text = meaningIn(column, value).trim();
    const before = found.get(keyOf(text));
    if (text === "") return;
    if (!before) found.set(keyOf(text), {text, value, count, most: count});
    else {
      if (count > before.most) Object.assign(before, {text, value, most: count});
      before.count += count;
    }
  };
  for (const [code, value] of values.entries()) add(value, counts[code]);
  for (const value of valueLabels.keys()) add(value, 0);
  return [...found.values()].map(({text, value, count}) => ({text, value, count}));
}

function whyMissing({text, value}: Answer, {userMissing}: RawColumn, odd: ReadonlySet<string>) {
  const reason = missingReason(text);
  if (userMissing.has(value)) return {reason: reason ?? ("noAnswer" as const), because: "the file declares it missing"};
  if (reason) return {reason, because: "by its words"};
  return odd.has(text) ? {reason: "noAnswer" as const, because: "a number far from the others"} : null;
}

function answerOfEach(column: RawColumn, answers: readonly Answer[]): Int32Array {
  const keyOf = keyIn(column);
  const indexOf = new Map(answers.map(({text}, index) => [keyOf(text), index]));
  return Int32Array.from(column.values, (value) => {
    const text = meaningIn(column, value).trim();
    return text === "" ? empty : (indexOf.get(keyOf(text)) ?? none);
  });
}
