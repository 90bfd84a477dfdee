import {readFileSync} from "node:fs";
import {type CleanFile, cleanTable} from "../../../data-loaders/cleaning/cleanTable.js";
import {unitDirectory} from "../../../data-loaders/cleaning/units/unitDirectory.js";
import type {RawTable} from "../../../data-loaders/files/rawTable.js";
import {parseCodebook, readCodebook} from "../../../data-loaders/inputs/readCodebook.js";
import {sourceReader} from "../../../data-loaders/inputs/readSource.js";
import {readRegister} from "../../../data-loaders/inputs/register/readRegister.js";
import {recordedText} from "../../../src/lib/respondents/cleaning.js";
import type {Codebook} from "../../../src/lib/respondents/codebook.js";
import {type Respondents, reasonOf, type Value} from "../../../src/lib/respondents/respondents.js";

/** The register, and the report's own codebook. */
export const betakomm = readCodebook(sourceReader());
export const directory = unitDirectory(readRegister(sourceReader()));

/** Another survey: other questions, no units, other marks. */
export const libraries = parseCodebook(
  readFileSync(new URL("libraries.json", import.meta.url), "utf8"),
  "libraries.json",
);

/** A file as read: the first list is the header. Rows are numbered from 2. */
export function givenTable([headers, ...rows]: readonly (readonly string[])[]): RawTable {
  return {
    file: "given.csv",
    format: "delimited",
    details: {},
    rows: rows.length,
    rowNumbers: Int32Array.from(rows.keys(), (row) => row + 2),
    columns: headers.map((header, column) => {
      const values = [...new Set(rows.map((row) => row[column]))];
      const codes = Int32Array.from(rows, (row) => values.indexOf(row[column]));
      return {header, label: null, codes, values, valueLabels: new Map(), userMissing: new Set()};
    }),
  };
}

/** A file cleaned by a codebook; the report's own if none is given. */
export function cleaned(lines: readonly (readonly string[])[], codebook: Codebook = betakomm): CleanFile {
  return cleanTable(givenTable(lines), {codebook, directory});
}

/** Responses to a column as texts, a missing one as its reason. */
export function responsesTo(column: string, {columns}: Respondents): string[] {
  const found = columns.find(({name}) => name === column);
  if (!found) throw new Error(`no such column: ${column}`);
  return Array.from(found.codes, (code) => (code < 0 ? `!${reasonOf(code)}` : found.categories[code]));
}

/** The record as lines that read like its rows. */
export function changesOf({record}: CleanFile): string[] {
  return record.changes.flatMap(({rule, column, before, after, rows}) =>
    [...rows].map((row) => `${row} ${column} ${rule}: ${textOf(before)} -> ${textOf(after)}`),
  );
}

const textOf = (value: Value | null) => (value === null ? null : recordedText(value));
