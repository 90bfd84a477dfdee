import {parse} from "csv-parse/sync";
import {z} from "zod";
import {InputError, type Whereabouts} from "./inputError.js";
import {schemaDefect} from "./schemaDefect.js";

type Loose = Record<string, unknown>;

/**
 * A JSON list of objects as typed rows.
 *
 * @param unique a column in which no two rows have the same value
 * @throws InputError naming the row (its id, else its number), the column and the value at fault
 */
export function readJsonTable<T>(text: string, file: string, schema: z.ZodType<T>, unique?: keyof T & string): T[] {
  const loose = parseJson(text, file);
  if (!Array.isArray(loose)) throw new InputError("not a list of rows", {file});
  const rows = checkRows(loose, file, schema, (row, index) => (typeof row?.id === "string" ? row.id : index + 1));
  if (unique) checkUnique(rows, file, unique);
  return rows;
}

/**
 * Comma-separated text with a header as typed rows.
 *
 * @throws InputError naming the line, the column and the value at fault
 */
export function readCsvTable<T>(text: string, file: string, schema: z.ZodType<T>): T[] {
  return checkRows(parseCsv(text, file), file, schema, (_, index) => index + 2);
}

/** @throws InputError when the text is not JSON */
export function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InputError(
      `not JSON: ${(error as Error).message.replace(/position (\d+)$/, (_, at) => placeOf(text, Number(at)))}`,
      {
        file,
      },
    );
  }
}

/** Where a position in a text is, as editors count. */
function placeOf(text: string, position: number): string {
  const lines = text.slice(0, position).split("\n");
  return `line ${lines.length}, column ${(lines.at(-1)?.length ?? 0) + 1}`;
}

/**
 * Rows with a distinct value in a column.
 *
 * @throws InputError naming the second row that has the same value
 */
export function checkUnique<T>(rows: readonly T[], file: string, column: keyof T & string): void {
  const seen = new Set<unknown>();
  for (const row of rows) {
    if (seen.has(row[column]))
      throw new InputError("value used twice", {file, row: String(row[column]), column, value: row[column]});
    seen.add(row[column]);
  }
}

/**
 * That all values are among those that are known.
 *
 * @throws InputError naming the first that is not, and the known one most like it unless it is a number
 */
export function checkKnown(
  defect: string,
  values: Iterable<string>,
  known: Iterable<string>,
  at: Omit<Whereabouts, "value" | "known">,
): void {
  const all = new Set(known);
  for (const value of values)
    if (!all.has(value)) throw new InputError(defect, {...at, value, known: /^\d+$/.test(value) ? [] : all});
}

function parseCsv(text: string, file: string): Loose[] {
  try {
    return parse(text, {columns: true, bom: true, skip_empty_lines: true});
  } catch (error) {
    const {lines, message} = error as Error & {lines?: number};
    throw new InputError(`not a table: ${message}`, {file, row: lines});
  }
}

function checkRows<T>(
  rows: Loose[],
  file: string,
  schema: z.ZodType<T>,
  nameOf: (row: Loose, index: number) => string | number,
): T[] {
  if (rows.length === 0) throw new InputError("no rows", {file});
  return rows.map((row, index) => {
    const result = schema.safeParse(row);
    if (result.success) return result.data;
    throw schemaDefect(result.error.issues[0], row, {file, row: nameOf(row, index)});
  });
}

/** A whole number written in digits alone: no sign, separator, exponent or leading zero. */
export const wholeNumber = z
  .string()
  .regex(/^(0|[1-9]\d*)$/, "not a whole number")
  .transform(Number);
