/** A field of a table as a file; null is an empty one. */
export type Field = string | number | null;

/** A mark by which spreadsheets know UTF-8, so that they read æ, ø and å. */
export const byteOrderMark = "\ufeff";

/** Lines in a block, so that a long table is never held as one text. */
const linesInBlock = 4096;

/** Comma-separated text by RFC 4180 with a byte-order mark. Numbers have a decimal point. */
export function csvText(header: readonly string[], rows: Iterable<readonly Field[]>): string {
  return byteOrderMark + [...csvLines(header, rows)].join("");
}

/** The same in blocks, without a mark; joined, they are the file. */
export function* csvLines(header: readonly string[], rows: Iterable<readonly Field[]>): Generator<string> {
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

const lineOf = (fields: readonly Field[]) => `${fields.map(fieldText).join(",")}\r\n`;

function fieldText(field: Field): string {
  const text = typeof field === "string" ? guardFormula(field) : String(field ?? "");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** What a spreadsheet takes for a formula: = + - @ or a control character at its head, unless it is a plain number. */
const formula = /^[=+\-@\t\r]/;
const plainNumber = /^[+-]?\d+(?:[.,]\d+)?$/;

/** What stands for nil in a table: alone it runs nothing. */
const nil = "-";

/** Text made harmless in a spreadsheet: what it would run as a formula gets an apostrophe in front. */
export function guardFormula(text: string): string {
  return formula.test(text) && !plainNumber.test(text) && text !== nil ? `'${text}` : text;
}
