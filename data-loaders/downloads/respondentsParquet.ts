import {ByteWriter, type ColumnSource, ParquetWriter, schemaFromColumnData} from "hyparquet-writer";
import {dataMark} from "../../src/lib/respondents/productFile.js";
import type {Respondents} from "../../src/lib/respondents/respondents.js";
import type {TableColumn} from "./tableColumns.js";

/** Rows that are written at a time, so that no more of them are held as values. */
const rowsInGroup = 100_000;

/** Respondents as Parquet: the texts of `respondentsCsv`; codebook and rank are in the file's metadata too. */
export function respondentsParquet(columns: readonly TableColumn[], respondents: Respondents): Uint8Array {
  const writer = new ByteWriter();
  const file = new ParquetWriter({
    writer,
    schema: schemaFromColumnData({columnData: valuesOf(columns, 0, 0)}),
    kvMetadata: [
      {key: "codebook", value: respondents.codebook},
      {key: "rank", value: respondents.rank},
      {key: "data", value: dataMark(respondents)},
    ],
  });
  for (let from = 0; from < respondents.count; from += rowsInGroup) {
    const columnData = valuesOf(columns, from, Math.min(respondents.count, from + rowsInGroup));
    file.write({columnData, rowGroupSize: rowsInGroup});
  }
  file.finish();
  return new Uint8Array(writer.getBuffer());
}

const stored = {integer: "INT32", number: "DOUBLE", string: "STRING", date: "STRING"} as const;

function valuesOf(columns: readonly TableColumn[], from: number, to: number): ColumnSource[] {
  return columns.map(({name, type, response, valueAt}) => {
    const data = Array.from({length: to - from}, (_, at) => valueAt(from + at));
    return {name, data, type: response ? "STRING" : stored[type], nullable: false};
  });
}
