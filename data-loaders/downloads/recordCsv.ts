import {byteOrderMark, csvLines} from "../../src/lib/csv.js";
import {type CleaningRecord, recordedText} from "../../src/lib/respondents/cleaning.js";
import {dataMark} from "../../src/lib/respondents/productFile.js";
import type {Respondents} from "../../src/lib/respondents/respondents.js";

/** What stands in the place of free text and names of units, which the record does not keep; an empty cell is empty. */
export const notKept = "(not kept)";

/** Of whom the record is. */
type Of = Pick<Respondents, "rank">;

/** Every single change as a line, in blocks, in the order in which the rules were applied. */
export function* changesCsv({changes}: CleaningRecord, of: Of): Generator<string> {
  yield byteOrderMark;
  yield* csvLines(["data", "row", "column", "before", "after", "rule"], changeLines(changes, dataMark(of)));
}

/** Every row that is no respondent as a line, in blocks. */
export function* setAsideCsv({setAside}: CleaningRecord, of: Of): Generator<string> {
  const mark = dataMark(of);
  yield byteOrderMark;
  yield* csvLines(
    ["data", "row", "rule", "reason"],
    setAside.map(({row, rule, reason}) => [mark, row, rule, reason]),
  );
}

function* changeLines(changes: CleaningRecord["changes"], mark: string) {
  for (const {column, before, after, rule, rows} of changes) {
    const [from, to] = [before, after].map((value) => (value === null ? notKept : recordedText(value)));
    for (const row of rows) yield [mark, row, column, from, to, rule];
  }
}
