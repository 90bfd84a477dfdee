import {dataMark} from "../../src/lib/quantities/dataMark.js";
import type {CleaningRecord} from "../../src/lib/respondents/cleaning.js";
import type {Respondents} from "../../src/lib/respondents/respondents.js";
import {byteOrderMark, csvLines} from "../../src/lib/table/export/csvLines.js";

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
    const same = [column, before ?? notKept, after ?? notKept, rule];
    for (const row of rows) yield [mark, row, ...same];
  }
}
