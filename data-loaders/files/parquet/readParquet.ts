import {closeSync, openSync} from "node:fs";
import {InputError} from "../../inputs/inputError.js";
import {Bytes} from "../bytes.js";
import {countedRows} from "../codeList.js";
import type {RawFile} from "../rawFile.js";
import type {RawColumn, RawTable} from "../rawTable.js";
import {readColumnChunk} from "./columnChunk.js";
import {ParquetColumn} from "./parquetColumn.js";
import {type ParquetVariable, readParquetLayout} from "./parquetLayout.js";

/**
 * A Parquet file of plain columns, page by page. Numbers are written as the shortest text, dates and times as ISO 8601,
 * truth as TRUE or FALSE.
 *
 * @throws InputError when the file is damaged or cut short, or has a column of a type that is not read
 */
export async function readParquet(raw: RawFile): Promise<RawTable> {
  const descriptor = openSync(raw.path, "r");
  try {
    return readFile(Bytes.ofFile(descriptor, raw), raw);
  } finally {
    closeSync(descriptor);
  }
}

function readFile(bytes: Bytes, {file, size, progress}: RawFile): RawTable {
  const {rows, variables, codecs, writtenBy, dataEnd, texts} = readParquetLayout(bytes, size);
  const columns = variables.map((variable, at) => {
    progress(Math.floor((size * at) / variables.length), size);
    return readColumn(bytes, variable, dataEnd);
  });
  return {
    file,
    format: "parquet",
    details: {compression: codecs.join(", "), ...(writtenBy && {writtenBy}), ...texts.details(file)},
    rows,
    columns,
    rowNumbers: countedRows(rows),
  };
}

function readColumn(bytes: Bytes, {name, element, textOf, chunks}: ParquetVariable, dataEnd: number): RawColumn {
  const {file} = bytes;
  const column = new ParquetColumn(name, textOf, file);
  try {
    for (const {meta, rows} of chunks) readColumnChunk(bytes, {meta, element, rows, dataEnd}, column);
  } catch (error) {
    if (error instanceof InputError) throw error;
    // The decoders throw plain errors, of what is beyond a page’s end too.
    const at = {file, row: column.rows + 1, column: name};
    throw new InputError(`damaged Parquet file: ${(error as Error).message}`, at);
  }
  return column.finish();
}
