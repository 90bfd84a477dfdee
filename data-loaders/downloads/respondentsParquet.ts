import {type ColumnSource, parquetWriteBuffer} from "hyparquet-writer";
import {dataMark} from "../../src/lib/respondents/productFile.js";
import type {Respondents} from "../../src/lib/respondents/respondents.js";
import type {TableColumn} from "./tableColumns.js";

/** Respondents as Parquet: the texts of `respondentsCsv`; codebook and rank are in the file's metadata too. */
export function respondentsParquet(columns: readonly TableColumn[], respondents: Respondents): Uint8Array {
  const rows = Array.from({length: respondents.count}, (_, row) => row);
  const buffer = parquetWriteBuffer({
    columnData: columns.map(({name, type, response, valueAt}): ColumnSource => {
      const stored = {integer: "INT32", number: "DOUBLE", string: "STRING", date: "STRING"} as const;
      return {name, data: rows.map(valueAt), type: response ? "STRING" : stored[type], nullable: false};
    }),
    kvMetadata: [
      {key: "codebook", value: respondents.codebook},
      {key: "rank", value: respondents.rank},
      {key: "data", value: dataMark(respondents)},
    ],
  });
  return new Uint8Array(buffer);
}
