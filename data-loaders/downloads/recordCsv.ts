import {byteOrderMark, csvLines} from "../../src/lib/csv.js";
import {type CleaningRecord, recordedText, type SetAside} from "../../src/lib/respondents/cleaning.js";
import {dataMark} from "../../src/lib/respondents/productFile.js";
import type {Respondents} from "../../src/lib/respondents/respondents.js";
import {waveVariable} from "../../src/lib/respondents/waves.js";

/** What stands in the place of free text and names of units, which the record does not keep; an empty cell is empty. */
export const notKept = "(not kept)";

/** Of whom the record is. */
type Of = Pick<Respondents, "rank">;

/** Every single change as a line, in blocks, in the order in which the rules were applied. */
export function* changesCsv({changes}: CleaningRecord, of: Of): Generator<string> {
  yield byteOrderMark;
  const lines = changeLines(changes, dataMark(of));
  yield* csvLines(["data", ...waveHeader(changes), "row", "column", "before", "after", "rule"], lines);
}

/** Every row that is no respondent as a line, in blocks. */
export function* setAsideCsv({setAside}: CleaningRecord, of: Of): Generator<string> {
  const mark = dataMark(of);
  yield byteOrderMark;
  yield* csvLines(
    ["data", ...waveHeader(setAside), "row", "rule", "reason"],
    setAside.map(({row, rule, reason, ...of}) => [mark, ...waveIn(of), row, rule, reason]),
  );
}

/** Rows are numbered in the file of each wave, where there are several. */
const waveHeader = (lines: readonly OfWave[]) => (lines.some(({wave}) => wave !== undefined) ? [waveVariable] : []);
const waveIn = ({wave}: OfWave) => (wave === undefined ? [] : [wave]);
type OfWave = Pick<SetAside, "wave">;

function* changeLines(changes: CleaningRecord["changes"], mark: string) {
  for (const {column, before, after, rule, rows, ...of} of changes) {
    const [from, to] = [before, after].map((value) => (value === null ? notKept : recordedText(value)));
    for (const row of rows) yield [mark, ...waveIn(of), row, column, from, to, rule];
  }
}
