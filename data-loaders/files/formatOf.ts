import {InputError} from "../inputs/inputError.js";
import type {FileFormat} from "./rawTable.js";

const startsWith = (head: Uint8Array, start: string) =>
  start.length <= head.length && [...start].every((character, at) => head[at] === character.charCodeAt(0));

/** What a file's first bytes say it is. A zip archive may or may not be a workbook. */
const formats: readonly [string, FileFormat][] = [
  ["$FL2", "sav"],
  ["$FL3", "zsav"],
  ["PK\x03\x04", "xlsx"],
  ["<stata_dta>", "dta"],
  ["PAR1", "parquet"],
];

const others: readonly [string, string][] = [
  ["PK\x05\x06", "an empty zip archive"],
  ["%PDF", "a PDF document: ask for the table it was made from"],
  ["\xd0\xcf\x11\xe0", "a workbook of the old .xls kind, or one with a password: save it as .xlsx without a password"],
  ["PARE", "an encrypted Parquet file: save it without a password"],
  ["ARROW1", "an Arrow file: save it as CSV"],
  ["\x1f\x8b", "compressed with gzip twice: unpack it first"],
  ["\x1c\0\0\0\0\0\0\0ENCRYPTEDSAV", "an SPSS file with a password: save it without one"],
  ["BZh", "compressed with bzip2: unpack it first"],
  ["\xfd7zXZ", "compressed with xz: unpack it first"],
  ["7z\xbc\xaf", "a 7-Zip archive: unpack it first"],
  ["Rar!", "a RAR archive: unpack it first"],
  ["$FL", "an SPSS file of an unknown kind: save it as .sav"],
  ["* SPSS PORT", "an SPSS portable file: save it as .sav"],
  ["<!DOCTYPE", "a web page: export the table as CSV or .xlsx"],
  ["<html", "a web page: export the table as CSV or .xlsx"],
  ["<?xml", "XML: save it as CSV or .xlsx"],
  ["{\\rtf", "a text document: export the table as CSV or .xlsx"],
  ["SQLite format 3", "a database: export the table as CSV"],
  ["\x89PNG", "a picture"],
  ["\xff\xd8\xff", "a picture"],
  ["GIF8", "a picture"],
];

/** True of a file that is compressed with gzip. */
export const isGzip = (head: Uint8Array) => startsWith(head, "\x1f\x8b");

/** The message for a file of a kind that is not read. */
export const notRead = (seemsToBe: string) =>
  `neither text, .xlsx, .sav, .dta nor Parquet, but seems to be ${seemsToBe}`;

/**
 * A file's format, told from its first bytes and never from its name. What is nothing known is taken for text.
 *
 * @param head the first bytes, 64 at least if there are as many
 * @throws InputError when the file is empty, or of a kind that is not read: says which and what to do
 */
export function formatOf(head: Uint8Array, file: string): FileFormat {
  if (head.length === 0) throw new InputError("empty file", {file});
  const format = formats.find(([start]) => startsWith(head, start));
  if (format) return format[1];
  const stata = untaggedStata(head);
  if (stata !== null && stata >= oldestStata) return "dta";
  const other =
    others.find(([start]) => startsWith(head, start))?.[1] ??
    (stata === null ? null : `a Stata file of the old format ${stata}: save it again in Stata 6 or later`);
  if (other) throw new InputError(notRead(other), {file});
  return "delimited";
}

/** The format of Stata 6. */
const oldestStata = 108;

/** Up to version 12 a file of Stata begins with the number of its format, the order of its bytes, and 1. No text does. */
function untaggedStata([format, order, one]: Uint8Array): number | null {
  return format >= 102 && format <= 115 && (order === 1 || order === 2) && one === 1 ? format : null;
}
