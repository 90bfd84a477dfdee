import {pipeline} from "node:stream/promises";
import type {CsvError} from "csv-parse";
import {InputError} from "../../inputs/inputError.js";
import type {RawFile} from "../rawFile.js";
import type {RawTable} from "../rawTable.js";
import {TableReader} from "../tableReader.js";
import {countLineBreaks} from "./countLineBreaks.js";
import {type Delimited, delimiterOf} from "./delimiterOf.js";
import {type Encoding, encodingOf} from "./encodingOf.js";
import {readText} from "./readText.js";
import {RecordParser} from "./recordParser.js";

/** The byte that no text has. */
const noDelimiter = "\0";
const delimiterNames: Record<string, string> = {";": "semicolon", "\t": "tab", ",": "comma"};
const encodingNames: Record<Encoding, string> = {
  "utf-8": "UTF-8",
  "utf-16le": "UTF-16 LE",
  "utf-16be": "UTF-16 BE",
  "windows-1252": "Windows-1252",
};

/** Bytes that a row may have: a quote that is never closed must not take the whole of a large file into memory. */
const longestRow = 1 << 24;

const defects: Record<string, string> = {
  CSV_INVALID_CLOSING_QUOTE: "text after a closing quote",
  CSV_MAX_RECORD_SIZE: "row of over 16 million bytes",
  CSV_QUOTE_NOT_CLOSED: "quote that is never closed",
};

/**
 * Delimited text: comma, semicolon or tab; UTF-8, UTF-16 or Windows-1252; any line ends. The first row is the header.
 * Empty lines are no rows; how many there were between others is told in `details`.
 *
 * @throws InputError naming the line on which the row at fault starts
 */
export async function readDelimited(raw: RawFile): Promise<RawTable> {
  const {head, file, compression} = raw;
  const {encoding, unreadable, lineOfUnreadable} = await encodingOf(raw);
  const delimited = delimiterOf(new TextDecoder(encoding).decode(head, {stream: true}), file);
  const {table, emptyLines} = await parseRows(raw, encoding, delimited);
  const {delimiter} = delimited;
  const {grid, details} = table.finish();
  return {
    file,
    format: "delimited",
    details: {
      encoding: encodingNames[encoding],
      delimiter: delimiter === null ? "none" : (delimiterNames[delimiter] ?? delimiter),
      ...(unreadable > 0 && {unreadableCharacters: `${unreadable}, the first in line ${lineOfUnreadable}`}),
      ...(compression !== null && {compression}),
      ...(emptyLines > 0 && {emptyLines: String(emptyLines)}),
      ...details,
    },
    ...grid,
  };
}

async function parseRows(raw: RawFile, encoding: Encoding, {delimiter, isDeclared}: Delimited) {
  const {read, file, size, progress} = raw;
  const rows = new Rows(raw, isDeclared);
  const options = {
    delimiter: delimiter ?? noDelimiter,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: longestRow,
  };
  const parser = new RecordParser(options, (cells) => rows.add(cells, parser.info.empty_lines));
  let done = 0;
  const pieces = read((bytes) => {
    done += bytes;
    progress(done, size);
  });
  try {
    await pipeline(readText(pieces, encoding, file), parser.resume());
  } catch (error) {
    throw asInputError(error as CsvError, {file, row: rows.lineOfNext(parser.info.empty_lines)});
  }
  return rows.finish();
}

/** Rows as they come, with the line on which each starts. */
class Rows {
  readonly #isDeclared: boolean;
  readonly #table: TableReader;
  #records = 0;
  #breaksInCells = 0;
  #emptyLines = 0;

  /** @param isDeclared the first record only tells the delimiter */
  constructor(raw: Pick<RawFile, "file" | "size">, isDeclared: boolean) {
    this.#table = new TableReader(raw.file, raw);
    this.#isDeclared = isDeclared;
  }

  lineOfNext(emptyLines: number): number {
    return 1 + this.#records + emptyLines + this.#breaksInCells;
  }

  add(cells: string[], emptyLines: number): void {
    const row = this.lineOfNext(emptyLines);
    if (this.#records > 0 || !this.#isDeclared) this.#table.add(cells, row);
    this.#records++;
    this.#emptyLines = emptyLines;
    this.#breaksInCells += breaksIn(cells);
  }

  finish(): {table: TableReader; emptyLines: number} {
    return {table: this.#table, emptyLines: this.#emptyLines};
  }
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
