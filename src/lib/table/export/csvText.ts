/** A field of a table as a file; null is an empty one. */
export type Field = string | number | null;

/** What a spreadsheet takes for a formula: = + - @ or a control character at its head, unless it is a plain number. */
const formula = /^[=+\-@\t\r]/;
const plainNumber = /^[+-]?\d+(?:[.,]\d+)?$/;

/** What stands for nil in a table: alone it runs nothing. */
const nil = "-";

/** Text that came from a file, made harmless in a spreadsheet by an apostrophe before what it would run. */
export function guardFormula(text: string): string {
  return formula.test(text) && !plainNumber.test(text) && text !== nil ? `'${text}` : text;
}

/** Comma-separated text by RFC 4180, UTF-8 with a byte-order mark so that spreadsheets read æ, ø and å. */
export function csvText(header: readonly string[], rows: readonly (readonly Field[])[]): string {
  return `\ufeff${[header, ...rows].map(lineOf).join("")}`;
}

const lineOf = (fields: readonly Field[]) => `${fields.map(fieldText).join(",")}\r\n`;

function fieldText(field: Field): string {
  const text = typeof field === "string" ? guardFormula(field) : String(field ?? "");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
