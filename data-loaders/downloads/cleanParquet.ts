import {type ColumnSource, parquetWriteBuffer} from "hyparquet-writer";
import {dataMark} from "../../src/lib/quantities/dataMark.js";
import type {Codebook} from "../../src/lib/respondents/codebook.js";
import {textOfCode} from "../../src/lib/respondents/codeTexts.js";
import type {Respondents} from "../../src/lib/respondents/respondents.js";
import type {Weighting} from "../../src/lib/respondents/weighting.js";
import {type LeadingColumn, leadingColumns} from "./leadingColumns.js";

/** The clean table as Parquet: the columns and texts of `cleanCsv`; codebook and rank are in the file's metadata too. */
export function cleanParquet(codebook: Codebook, respondents: Respondents, weighting: Weighting): Uint8Array {
  const {count, columns} = respondents;
  const mark = dataMark(respondents);
  const answers = columns.map((column): ColumnSource => {
    const text = textOfCode(codebook, column);
    return texts(column.name, Array.from(column.codes, text));
  });
  const buffer = parquetWriteBuffer({
    columnData: [...leadingColumns(respondents, weighting).map((column) => leadingSource(column, count)), ...answers],
    kvMetadata: [
      {key: "codebook", value: codebook.id},
      {key: "rank", value: respondents.rank},
      {key: "data", value: mark},
    ],
  });
  return new Uint8Array(buffer);
}

function leadingSource({name, type, valueAt}: LeadingColumn, count: number): ColumnSource {
  const values = Array.from({length: count}, (_, row) => valueAt(row));
  if (type === "text") return texts(name, values as string[]);
  return {name, data: values, type: type === "integer" ? "INT32" : "DOUBLE", nullable: false};
}

const texts = (name: string, data: string[]): ColumnSource => ({name, data, type: "STRING", nullable: false});
