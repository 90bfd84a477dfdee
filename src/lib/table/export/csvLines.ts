import {guardFormula} from "./csvText.js";

export type CsvField = string | number | null;

/** Lines kept back before a block is handed on, so that a long table is never held as one text. */
const linesInBlock = 4096;

/** A mark by which spreadsheets know UTF-8; for tables with text, not for tables of codes. */
export const byteOrderMark = "\ufeff";

/**
 * Comma-separated text by RFC 4180, in blocks; joined, they are the file. Numbers have a decimal point.
 *
 * @param rows fields of each line; null is an empty field
 */
export function* csvLines(header: readonly string[], rows: Iterable<readonly CsvField[]>): Generator<string> {
  let block = [lineOf(header)];
  for (const row of rows) {
    block.push(lineOf(row));
    if (block.length === linesInBlock) {
      yield block.join("");
      block = [];
    }
  }
  yield block.join("");
}

function lineOf(fields: readonly CsvField[]): string {
  return `${fields.map(quote).join(",")}\r\n`;
}

/** Texts are harmless in a spreadsheet: what it would run as a formula has an apostrophe in front. */
function quote(field: CsvField): string {
  const text = typeof field === "string" ? guardFormula(field) : String(field ?? "");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
