import type {ChangeGroup, SetAside} from "../../src/lib/respondents/cleaning.js";
import type {Codebook} from "../../src/lib/respondents/codebook.js";
import {isAnswered, type Reason} from "../../src/lib/respondents/codebook.js";
import {reasons} from "../../src/lib/respondents/respondents.js";

/** A column on its way from the file's texts to codes: each distinct text once, and for each row which it has. */
export interface DraftColumn {
  /** A variable, or `variable.option`. */
  name: string;
  codes: Int32Array;
  values: readonly string[];
}

/** A file on its way to respondents. Rules give a new draft and leave the old one as it was. */
export interface Draft {
  rowNumbers: Int32Array;
  columns: ReadonlyMap<string, DraftColumn>;
  /** Names of the columns with answers, as `answerColumns`, that the file has: who lacks the others is not to blame. */
  given: readonly string[];
}

/** What a rule made of a draft. */
export interface Cleaned {
  draft: Draft;
  changes: readonly ChangeGroup[];
  setAside: readonly SetAside[];
}

/** How a draft writes that there is no response, and why. A blank is not understood yet. */
export function missingValue(reason: Reason): string {
  return `!${reason}`;
}

export const noAnswerValue = missingValue("noAnswer");
export const notAskedValue = missingValue("notAsked");

const noResponses: ReadonlySet<string> = new Set(["", ...reasons.map(missingValue)]);

/** True of a response, and of nothing else that a cell may hold. */
export function isResponse(value: string): boolean {
  return !noResponses.has(value);
}

/** What an option of a multiple response says, in a draft and in a table of respondents. */
export const optionValues = {chosen: "yes", notChosen: "no"} as const;

/** Name of the column of an option. */
export function optionColumn(variable: string, option: string): string {
  return `${variable}.${option}`;
}

/** Names of the columns in which the responses to a codebook's questions stand, question by question. */
export function answerColumns({variables}: Codebook): {variable: string; columns: string[]}[] {
  return variables.filter(isAnswered).map((variable) => ({
    variable: variable.name,
    columns:
      variable.type === "multiple"
        ? variable.categories.map(({code}) => optionColumn(variable.name, code))
        : [variable.name],
  }));
}

/** A draft with some of its columns in place of those of the same name. */
export function withColumns(draft: Draft, columns: readonly DraftColumn[]): Draft {
  return {
    ...draft,
    columns: new Map([...draft.columns, ...columns.map((each): [string, DraftColumn] => [each.name, each])]),
  };
}

/** A column's texts with one more, unless it is among them, and that one's code. */
export function withValue(values: readonly string[], value: string): {values: readonly string[]; code: number} {
  const code = values.indexOf(value);
  return code < 0 ? {values: [...values, value], code: values.length} : {values, code};
}

/** Columns in their changed form, each with the changes that made it so. */
export interface ChangedColumn {
  column: DraftColumn;
  changes: readonly ChangeGroup[];
}

/** What a rule made that changed columns and set no row aside. */
export function changedColumns(draft: Draft, changed: readonly ChangedColumn[]): Cleaned {
  const columns = changed.map(({column}) => column);
  return {draft: withColumns(draft, columns), changes: changed.flatMap(({changes}) => changes), setAside: []};
}

/** A rule that changed nothing. */
export function unchanged(draft: Draft): Cleaned {
  return {draft, changes: [], setAside: []};
}

/** A column of one value in every row. */
export function constantColumn(name: string, value: string, rows: number): DraftColumn {
  return {name, codes: new Int32Array(rows), values: [value]};
}
