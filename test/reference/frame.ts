import {z} from "zod";
import {InputError} from "../../data-loaders/inputs/inputError.js";
import {readCsvTable} from "../../data-loaders/inputs/readTable.js";
import {type Column, noAnswer, type Responses} from "../../src/lib/statistics/column.js";
import type {ColumnDescription, DataDescription} from "./caseFile.js";
import {NotSupportedError} from "./outcome.js";

/** A column of a data file; categories of numbers and of plain text are in ascending order, of factors in their own. */
export interface FrameColumn extends Column {
  type: "number" | "factor" | "string";
}

/** A data file by columns. */
export interface Frame {
  file: string;
  rows: number;
  columns: ReadonlyMap<string, FrameColumn>;
}

/** @throws InputError naming the row, the column and the value at fault */
export function readFrame(text: string, {file, rows, columns}: DataDescription): Frame {
  const table = readCsvTable(text, file, z.record(z.string(), z.string()));
  if (rows !== undefined && table.length !== rows)
    throw new InputError("wrong number of rows", {file, value: table.length});
  const read = Object.entries(columns).map(([name, description]): [string, FrameColumn] => {
    if (!(name in table[0])) throw new InputError("column is missing", {file, column: name});
    return [
      name,
      readColumn(
        table.map((row) => row[name]),
        description,
        {file, column: name},
      ),
    ];
  });
  return {file, rows: table.length, columns: new Map(read)};
}

/** The rows marked 1. */
export function filterFrame(frame: Frame, keep: Uint8Array): Frame {
  const kept = (_: number, i: number) => keep[i] === 1;
  const columns = new Map(
    [...frame.columns].map(([name, column]) => [name, {...column, codes: column.codes.filter(kept)}]),
  );
  return {...frame, rows: keep.reduce((sum, one) => sum + one, 0), columns};
}

/** @throws InputError when the file does not describe such a column */
export function columnOf({columns, file}: Frame, name: string): FrameColumn {
  const column = columns.get(name);
  if (!column) throw new InputError("column is not described", {file, column: name});
  return column;
}

/** @throws NotSupportedError when the column is not of numbers */
export function numbersOf(frame: Frame, name: string): Responses {
  const {type, codes, categories} = columnOf(frame, name);
  if (type !== "number") throw new NotSupportedError(`${name} as a number, for it is a ${type}`);
  return {codes, values: categories.map(Number)};
}

/** The numbers of a column in which none is missing, row by row. */
export function completeNumbersOf(frame: Frame, name: string): Float64Array {
  const {codes, values} = numbersOf(frame, name);
  completeCategories(frame, name);
  return Float64Array.from(codes, (code) => values[code]);
}

/** The categories of a column in which none is missing. */
export function completeCategories(frame: Frame, name: string): Column {
  const column = columnOf(frame, name);
  const gap = column.codes.indexOf(noAnswer);
  if (gap >= 0) throw new InputError("value is missing", {file: frame.file, row: gap + 2, column: name});
  return column;
}

type Place = {file: string; column: string};

/** What R calls a column of numbers. */
const numberTypes = ["number", "numeric", "integer", "double"];

function readColumn(texts: readonly string[], {type, levels}: ColumnDescription, place: Place): FrameColumn {
  if (numberTypes.includes(type)) return {type: "number", ...encodeNumbers(texts, place)};
  if (type === "string") return {type, ...encode(texts, [...new Set(texts)].filter(Boolean).sort(), place)};
  if (type === "factor" && levels) return {type, ...encode(texts, levels, place)};
  throw new InputError("neither a number, a string nor a factor with levels", {...place, value: type});
}

function encodeNumbers(texts: readonly string[], place: Place): Column {
  const numbers = texts.map((text, i) => (text === "" ? "" : String(readNumber(text, i, place))));
  const distinct = [...new Set(numbers)].filter(Boolean).sort((a, b) => Number(a) - Number(b));
  return encode(numbers, distinct, place);
}

function readNumber(text: string, index: number, place: Place): number {
  const value = Number(text);
  if (!Number.isFinite(value) || text.trim() === "")
    throw new InputError("not a number", {...place, row: index + 2, value: text});
  return value;
}

function encode(texts: readonly string[], categories: readonly string[], place: Place): Column {
  const codeOf = new Map(categories.map((category, code) => [category, code]));
  const codes = Int32Array.from(texts, (text, i) => {
    const code = text === "" ? noAnswer : codeOf.get(text);
    if (code === undefined) throw new InputError("not a level", {...place, row: i + 2, value: text});
    return code;
  });
  return {codes, categories};
}
