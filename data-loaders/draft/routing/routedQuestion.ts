import {fold} from "../../../src/lib/language/fold.js";
import type {MultipleVariable} from "../../../src/lib/respondents/codebook.js";
import {partsReader} from "../../cleaning/rules/splitOptions.js";
import {type ColumnProfile, empty, type MissingAnswer, meaningIn, none} from "../columns/columnProfile.js";
import {isEmptyMark} from "../columns/missingWords.js";
import {completed, type DraftCategory} from "../entries/draftEntry.js";
import type {Question} from "../question.js";
import type {Marks} from "../sets/marks.js";

/** Row by row an answer that may decide what is asked later. */
export interface Selector {
  variable: string;
  codes: readonly string[];
  /** Row by row an index into `codes`, or `empty`. */
  answers: Int16Array;
}

/** Of a row, whether it has an answer, or only a reason for none. An empty cell, `NA` and “not asked” say nothing. */
export const says = {nothing: 0, answer: 1, reason: 2} as const;

/** Row by row what a question says. */
export function isFilled({columns}: Question, rows: number): Uint8Array {
  const filled = new Uint8Array(rows);
  for (const {profile} of columns) {
    const isGap = ({reason, text}: MissingAnswer) => reason === "notAsked" || isEmptyMark(text);
    const gaps = new Set(profile.missing.filter(isGap).map(({text}) => fold(text)));
    const said = profile.column.values.map((value, code) => {
      if (profile.answerOf[code] >= 0) return says.answer;
      return profile.answerOf[code] === none && !gaps.has(fold(meaningIn(profile.column, value)))
        ? says.reason
        : says.nothing;
    });
    const {codes} = profile.column;
    for (let row = 0; row < rows; row++) if (filled[row] !== says.answer) filled[row] = said[codes[row]] || filled[row];
  }
  return filled;
}

/** What of a question others may depend on: its answer, or of several answers each option. */
export function selectorsOf(question: Question, rows: number, marks: Marks): Selector[] {
  const {entry, columns} = question;
  const {name, type, categories = []} = entry;
  if (type === "single")
    return [
      selector(
        name,
        categories.map(({code}) => code),
        columns[0].profile,
        readerOf(categories),
      ),
    ];
  if (type !== "multiple") return [];
  const [{profile, option}] = columns;
  if (option !== null) return optionSelectors(question, rows, marks);
  const read = partsReader(completed(entry) as MultipleVariable);
  return categories.map(({code}) =>
    selector(name, [code, `!${code}`], profile, (text) => {
      const chosen = read(text);
      return typeof chosen === "string" ? Number(!chosen.split(";").includes(code)) : empty;
    }),
  );
}

function selector(
  variable: string,
  codes: readonly string[],
  profile: ColumnProfile,
  read: (text: string) => number,
): Selector {
  const answerOf = profile.column.values.map((value) => read(meaningIn(profile.column, value)));
  return {variable, codes, answers: Int16Array.from(profile.column.codes, (code) => answerOf[code])};
}

function readerOf(categories: readonly DraftCategory[]): (text: string) => number {
  const indexOf = new Map(
    categories.flatMap(({code, label, spellings = []}, index) =>
      [code, ...Object.values(label), ...spellings].map((text): [string, number] => [fold(text), index]),
    ),
  );
  return (text) => indexOf.get(fold(text)) ?? empty;
}

/** An option is not chosen where it is blank or denied and the row says something of another. */
function optionSelectors(question: Question, rows: number, marks: Marks): Selector[] {
  const {entry, columns} = question;
  const filled = isFilled(question, rows);
  return columns.map(({profile, option}) => {
    const isChosen = profile.column.values.map(
      (value, code) => profile.answerOf[code] >= 0 && marks.meaningOf(meaningIn(profile.column, value)) !== "notChosen",
    );
    const {codes} = profile.column;
    const answers = Int16Array.from(codes, (code, row) => (isChosen[code] ? 0 : filled[row] ? 1 : empty));
    return {variable: entry.name, codes: [option ?? "", `!${option}`], answers};
  });
}
