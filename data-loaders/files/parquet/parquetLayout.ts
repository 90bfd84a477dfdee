import {sum} from "d3";
import {type ColumnMetaData, type FileMetaData, parquetMetadata, type SchemaElement} from "hyparquet";
import {InputError} from "../../inputs/inputError.js";
import type {Bytes} from "../bytes.js";
import {checkNames} from "../checkNames.js";
import {CellDecoder} from "../text/textDecoder.js";
import {checkCells} from "../unpack.js";
import {checkThrift} from "./checkThrift.js";
import {isCodecRead} from "./unpackPage.js";
import {type ValueText, valueTextOf} from "./valueText.js";

export interface ParquetVariable {
  name: string;
  element: SchemaElement;
  textOf: ValueText;
  /** Its part of each group of rows. */
  chunks: {rows: number; meta: ColumnMetaData}[];
}

export interface ParquetLayout {
  rows: number;
  variables: ParquetVariable[];
  codecs: string[];
  /** The program that wrote the file, in its own words. */
  writtenBy: string | undefined;
  /** Where the data end and the description of the file begins. */
  dataEnd: number;
  /** Decodes the texts of all columns, and counts those that are not UTF-8. */
  texts: CellDecoder;
}

const endMark = "PAR1";

/** Nothing is made of the least and greatest values that the description has. */
const asTheyStand = (value: unknown) => value;
const parsers = {
  timestampFromMilliseconds: asTheyStand,
  timestampFromMicroseconds: asTheyStand,
  timestampFromNanoseconds: asTheyStand,
  dateFromDays: asTheyStand,
  stringFromBytes: asTheyStand,
};

/** Reads the description at the file's end. @throws InputError when it is damaged, or describes what is not read */
export function readParquetLayout(bytes: Bytes, size: number): ParquetLayout {
  const {file} = bytes;
  const {metadata, dataEnd} = readMetadata(bytes, size);
  const [root, ...elements] = metadata.schema;
  const nested = elements.find(({num_children, repetition_type}) => num_children || repetition_type === "REPEATED");
  if (nested) throw new InputError("column of lists or records: make a column of each", {file, column: nested.name});
  if (root.num_children !== elements.length) throw new InputError("damaged Parquet file: columns", {file});
  checkNames(
    elements.map(({name}) => name),
    file,
  );
  const rows = rowsOf(metadata, elements.length, {file, size});
  const texts = new CellDecoder("utf-8");
  const variables = elements.map((element, at) => variableOf(element, at, metadata, {file, texts}));
  const codecs = new Set(variables.flatMap(({chunks}) => chunks.map(({meta}) => meta.codec.toLowerCase())));
  return {rows, variables, codecs: [...codecs], writtenBy: metadata.created_by, dataEnd, texts};
}

function readMetadata(bytes: Bytes, size: number): {metadata: FileMetaData; dataEnd: number} {
  const {file} = bytes;
  const tail = 4 + endMark.length;
  bytes.moveTo(Math.max(0, size - tail));
  const length = bytes.uint(4);
  const mark = bytes.take(endMark.length).toString("latin1");
  const dataEnd = size - tail - length;
  if (mark !== endMark || dataEnd < endMark.length) throw new InputError("file is cut short or damaged", {file});
  bytes.moveTo(dataEnd);
  const description = Uint8Array.from(bytes.take(length + tail));
  try {
    checkThrift(description);
    return {metadata: parquetMetadata(description, {parsers, geoparquet: false}), dataEnd};
  } catch (error) {
    throw new InputError(`damaged Parquet file: ${(error as Error).message}`, {file});
  }
}

/** @throws InputError when groups of rows do not add up, or there are more cells than memory should be given to */
function rowsOf(
  {num_rows, row_groups}: FileMetaData,
  columns: number,
  {file, size}: {file: string; size: number},
): number {
  const rows = Number(num_rows);
  const inGroups = sum(row_groups, ({num_rows}) => Number(num_rows));
  if (!Number.isSafeInteger(inGroups)) throw new InputError("damaged Parquet file: groups of rows", {file});
  if (inGroups !== rows || row_groups.some((group) => !(group.num_rows >= 0))) {
    throw new InputError(`${inGroups} rows in groups where the file says it has ${rows}`, {file});
  }
  if (rows === 0) throw new InputError("no rows", {file});
  checkCells(rows * columns, {file, size});
  return rows;
}

function variableOf(
  element: SchemaElement,
  at: number,
  {row_groups}: FileMetaData,
  {file, texts}: {file: string; texts: CellDecoder},
): ParquetVariable {
  const {name} = element;
  const textOf = valueTextOf(element, texts);
  if (textOf === null) {
    const value = element.logical_type?.type ?? element.converted_type ?? element.type;
    throw new InputError("column of a type that is not read", {file, column: name, value});
  }
  const chunks = row_groups.map(({columns, num_rows}) => {
    const {meta_data: meta, file_path} = columns[at] ?? {};
    if (!meta || file_path || meta.path_in_schema.join() !== name || meta.type !== element.type) {
      throw new InputError("damaged Parquet file: column not where it belongs", {file, column: name});
    }
    if (!isCodecRead(meta.codec)) {
      throw new InputError("compression that is not read: save it with Snappy or gzip", {
        file,
        column: name,
        value: meta.codec,
      });
    }
    return {meta, rows: Number(num_rows)};
  });
  return {name, element, textOf, chunks};
}
