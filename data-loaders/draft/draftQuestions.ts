import type {ColumnProfile} from "./columns/columnProfile.js";
import type {Part} from "./draftColumns.js";
import type {DraftEntry} from "./entries/draftEntry.js";
import {entryOf, entryOfOptions} from "./entries/entryOf.js";
import type {HeadersTaken} from "./entries/headersTaken.js";
import type {DraftLanguage} from "./entries/inLanguages.js";
import type {LeftOut, Question} from "./question.js";
import {gridRows} from "./sets/gridRows.js";
import type {Marks} from "./sets/marks.js";
import type {SplitHeader} from "./sets/splitHeader.js";

export interface EntryOptions {
  marks: Marks;
  lang: DraftLanguage;
  taken: HeadersTaken;
}

/** Entries of a codebook for the parts of a table, and the columns that get none. */
export function draftQuestions(
  parts: readonly Part[],
  options: EntryOptions,
): {questions: Question[]; leftOut: LeftOut[]} {
  const questions: Question[] = [];
  const leftOut: LeftOut[] = [];
  const rows = gridRows(parts.flatMap((part) => (isColumnOfAnswers(part) ? part.profiles : [])));
  for (const part of parts) {
    const headers = part.profiles.map(({column}) => column.header);
    const entry = writtenEntry(part, rows, options);
    const settled = entry && options.taken.settle(entry, headers);
    if (settled) questions.push({entry: settled, because: evidence(part, settled), columns: columnsOf(part, settled)});
    else {
      const because = entry ? ["its header is that of another column, but for capitals or spaces"] : part.because;
      for (const header of headers) leftOut.push({header, because});
    }
  }
  return {questions, leftOut};
}

const isColumnOfAnswers = (part: Part) => part.kind === "column" && part.guess.type === "single";

function writtenEntry(
  part: Part,
  rows: ReadonlyMap<ColumnProfile, SplitHeader>,
  {marks, lang}: EntryOptions,
): DraftEntry | null {
  if (part.kind === "options") return entryOfOptions(part.set, marks, lang);
  const [profile] = part.profiles;
  return part.guess.type === "leftOut" ? null : entryOf(part.guess, profile, {lang, row: rows.get(profile)});
}

/** With bands, and what stands for no answer, each text once. */
function evidence({because, profiles}: Part, {bands}: DraftEntry): string[] {
  const missing = new Map(profiles.flatMap((profile) => profile.missing).map((each) => [each.text, each]));
  return [
    ...because,
    ...(bands ? ["its bands begin at round numbers, near each fifth of the answers"] : []),
    ...[...missing.values()].map((each) => `${JSON.stringify(each.text)} is no answer: ${each.because}`),
  ];
}

function columnsOf(part: Part, {categories}: DraftEntry): Question["columns"] {
  if (part.kind === "column") return [{profile: part.profiles[0], option: null}];
  return part.profiles.map((profile, at) => ({profile, option: categories?.[at].code ?? null}));
}
