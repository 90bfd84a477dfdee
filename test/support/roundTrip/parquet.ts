import {type ColumnSource, parquetWriteBuffer} from "hyparquet-writer";
import {oneOf, type Pick} from "../../../tools/stand-in/defects/fileRow.js";
import type {Format} from "./format.js";

/** Parquet: a column is text, whole numbers, floats or days, as its texts allow; nothing is null or an empty text. */
export const parquet: Format = {
  id: "Parquet",
  canHold: (text) => !text.includes("\0"),
  declaredMissing: null,
  write({header, rows}, pick) {
    const columnData = header.map((name, at) =>
      columnOf(
        name,
        rows.map((row) => row[at]),
        pick,
      ),
    );
    const codec = oneOf(["SNAPPY", "UNCOMPRESSED"] as const, pick);
    const bytes = parquetWriteBuffer({columnData, codec, rowGroupSize: oneOf([7, 1000], pick)});
    return {bytes: new Uint8Array(bytes), rowNumbers: rows.map((_, at) => at + 1)};
  },
};

/** A column; its texts come back the same from each way that is possible. */
function columnOf(name: string, texts: readonly string[], pick: Pick): ColumnSource {
  const given = texts.filter((text) => text !== "");
  const asText: ColumnSource = {name, type: "STRING", data: texts.map((text) => (text || pick(2) ? text : null))};
  const possible = [asText];
  const numbers = (numberOf: (text: string) => unknown) => texts.map((text) => (text === "" ? null : numberOf(text)));
  if (given.every((text) => /^(0|-?[1-9]\d{0,8})$/.test(text)))
    possible.push({name, type: "INT32", data: numbers(Number)});
  if (given.every((text) => /^(0|-?[1-9]\d{0,9}(\.\d?[1-9])?)$/.test(text)))
    possible.push({name, type: "DOUBLE", data: numbers(Number)});
  const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
  if (given.every(isDay)) possible.push({name, data: numbers((text) => new Date(text)), type: "TIMESTAMP"});
  return oneOf(possible, pick);
}
