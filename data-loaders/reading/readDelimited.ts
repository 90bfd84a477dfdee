import {pipeline} from "node:stream/promises";
import {type CsvError, parse} from "csv-parse";
import {InputError} from "../inputError.js";
import {type Delimited, delimiterOf} from "./delimiterOf.js";
import {type Encoding, encodingOf} from "./encodingOf.js";
import type {RawFile} from "./rawFile.js";
import type {RawTable} from "./rawTable.js";
import {countLineBreaks, readText} from "./readText.js";
import {TableBuilder} from "./tableBuilder.js";

/** The byte that no text has. */
const noDelimiter = "\0";
const delimiterNames: Record<string, string> = {";": "semicolon", "\t": "tab", ",": "comma"};
const encodingNames: Record<Encoding, string> = {
  "utf-8": "UTF-8",
  "utf-16le": "UTF-16 LE",
  "utf-16be": "UTF-16 BE",
  "windows-1252": "Windows-1252",
};

const defects: Record<string, string> = {
  INVALID_OPENING_QUOTE: "quote inside a cell that is not quoted",
  CSV_INVALID_CLOSING_QUOTE: "text after a closing quote",
  CSV_QUOTE_NOT_CLOSED: "quote that is never closed",
};

/**
 * Delimited text: comma, semicolon or tab; UTF-8, UTF-16 or Windows-1252; any line ends. The first row is the header.
 * Empty lines are no rows; how many there were between others is told in `details`.
 *
 * @throws InputError naming the line on which the row at fault starts
 */
export async function readDelimited(raw: RawFile): Promise<RawTable> {
  const {path, head, file} = raw;
  const encoding = await encodingOf(path, head, file);
  const delimited = delimiterOf(new TextDecoder(encoding).decode(head, {stream: true}), file);
  const {table, emptyLines} = await parseRows(raw, encoding, delimited);
  const {delimiter} = delimited;
  return {
    file,
    format: "delimited",
    details: {
      encoding: encodingNames[encoding],
      delimiter: delimiter === null ? "none" : (delimiterNames[delimiter] ?? delimiter),
      ...(emptyLines > 0 && {emptyLines: String(emptyLines)}),
    },
    ...table.finish(),
  };
}

async function parseRows(raw: RawFile, encoding: Encoding, {delimiter, isDeclared}: Delimited) {
  const {path, file, size, progress} = raw;
  let table: TableBuilder | undefined;
  let records = 0;
  let breaksInCells = 0;
  let emptyLines = 0;
  const lineOf = () => 1 + records + parser.info.empty_lines + breaksInCells;
  const parser = parse({
    delimiter: delimiter ?? noDelimiter,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    skip_empty_lines: true,
    on_record: (cells: string[]) => {
      const row = lineOf();
      if (table) table.addRow(cells, row);
      else if (records > 0 || !isDeclared) table = new TableBuilder(cells, {file, row});
      records++;
      emptyLines = parser.info.empty_lines;
      breaksInCells += breaksIn(cells);
    },
  });
  let done = 0;
  const text = readText(path, encoding, file, (bytes) => {
    done += bytes;
    progress(done, size);
  });
  try {
    await pipeline(text, parser.resume());
  } catch (error) {
    throw asInputError(error as CsvError, {file, row: lineOf()});
  }
  if (!table) throw new InputError("no header", {file});
  return {table, emptyLines};
}

function breaksIn(cells: readonly string[]): number {
  let breaks = 0;
  for (const cell of cells) if (cell.includes("\n") || cell.includes("\r")) breaks += countLineBreaks(cell);
  return breaks;
}

function asInputError(error: CsvError, at: {file: string; row: number}): Error {
  if (error.code === undefined) return error;
  return new InputError(defects[error.code] ?? `not a table: ${error.message}`, at);
}
