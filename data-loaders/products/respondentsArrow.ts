import {
  type Column,
  columnFromArray,
  dictionary,
  float64,
  int8,
  int16,
  int32,
  Table,
  tableFromColumns,
  tableToIPC,
  utf8,
} from "@uwdata/flechette";
import {dataMark} from "../../src/lib/dataMark.js";
import {type Respondents, type ResponseColumn, reasonOf} from "../../src/lib/respondents.js";
import {arrowHead, missingMark} from "../../src/lib/respondentsFromArrow.js";
import type {Weighting} from "../../src/lib/weighting.js";

/**
 * Respondents of an open file for the browser, as an Arrow stream: each question a dictionary of codes, in which a lack of
 * response stands as `!` and its reason (`!notAsked`); beside them `data`, `row`, `weight` and `class`. What Arrow has no
 * place for, categories that nobody chose and their order included, is JSON under `respondents` in the schema's metadata.
 * A protected file’s respondents never get this far.
 */
export function respondentsArrow(respondents: Respondents, weighting: Weighting): Uint8Array {
  const {count, rowNumbers, columns} = respondents;
  const table = tableFromColumns([
    ["data", texts(new Array<string>(count).fill(dataMark(respondents)), 1)],
    ["row", columnFromArray(rowNumbers, int32())],
    ["weight", columnFromArray(weighting.weight, float64())],
    [
      "class",
      texts(
        Array.from(weighting.classOf, (at) => weighting.classes[at].code),
        weighting.classes.length,
      ),
    ],
    ...columns.map((column): [string, Column<unknown>] => [`response_${column.name}`, responses(column)]),
  ]);
  const metadata = new Map([["respondents", JSON.stringify(arrowHead(respondents, weighting))]]);
  return tableToIPC(new Table({...table.schema, metadata}, [...table.children]), {format: "stream"}) as Uint8Array;
}

function responses({codes, categories}: ResponseColumn): Column<unknown> {
  const text = (code: number) => (code >= 0 ? categories[code] : missingMark + reasonOf(code));
  return texts(Array.from(codes, text), categories.length + 4);
}

/** @param size number of distinct texts at most, which decides the bytes for each */
function texts(values: string[], size: number): Column<unknown> {
  const indices = size < 128 ? int8() : size < 32_768 ? int16() : int32();
  return columnFromArray(values, dictionary(utf8(), indices));
}
