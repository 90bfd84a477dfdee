import {type ColumnSource, parquetWriteBuffer} from "hyparquet-writer";
import type {Codebook} from "../../src/lib/codebook.js";
import {dataMark} from "../../src/lib/dataMark.js";
import type {Respondents} from "../../src/lib/respondents.js";
import type {Weighting} from "../../src/lib/weighting.js";
import {textOfCode} from "./codeTexts.js";

/** The clean table as Parquet: the columns and texts of `cleanCsv`; codebook and rank are in the file's metadata too. */
export function cleanParquet(codebook: Codebook, respondents: Respondents, weighting: Weighting): Uint8Array {
  const {count, rowNumbers, columns} = respondents;
  const mark = dataMark(respondents);
  const answers = columns.map((column): ColumnSource => {
    const text = textOfCode(codebook, column);
    return texts(column.name, Array.from(column.codes, text));
  });
  const buffer = parquetWriteBuffer({
    columnData: [
      texts("data", new Array<string>(count).fill(mark)),
      {name: "row", data: rowNumbers, type: "INT32", nullable: false},
      {name: "weight", data: weighting.weight, type: "DOUBLE", nullable: false},
      texts(
        "class",
        Array.from(weighting.classOf, (at) => weighting.classes[at].code),
      ),
      ...answers,
    ],
    kvMetadata: [
      {key: "codebook", value: codebook.id},
      {key: "rank", value: respondents.rank},
      {key: "data", value: mark},
    ],
  });
  return new Uint8Array(buffer);
}

const texts = (name: string, data: string[]): ColumnSource => ({name, data, type: "STRING", nullable: false});
