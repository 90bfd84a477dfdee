import type {DataReader, Encoding, ParquetType, SchemaElement} from "hyparquet";
import {deltaBinaryUnpack, deltaLengthByteArray} from "hyparquet/src/delta.js";
import {byteStreamSplit} from "hyparquet/src/encoding.js";
import {readPlain} from "hyparquet/src/plain.js";
import {mostUnpacked} from "../unpack.js";
import {readRuns} from "./readRuns.js";

/** A value as it is stored. */
export type Stored = boolean | number | bigint | Uint8Array;

/** Values in order; or the places in the dictionary where they stand. */
export type PageValues = {values: ArrayLike<Stored>} | {places: Uint32Array};

/**
 * So many values of a page.
 *
 * @param page in memory of its own: what is read beyond its end throws
 * @throws Error when the page is damaged or in an encoding that is not read
 */
export function pageValues(
  page: Uint8Array<ArrayBuffer>,
  encoding: Encoding,
  element: SchemaElement,
  count: number,
): PageValues {
  if (count === 0) return {values: []};
  const {type, type_length} = element;
  const reader: DataReader = {view: new DataView(page.buffer), offset: 0};
  if (type === undefined) throw new Error("column without a type");
  if (encoding === "RLE_DICTIONARY" || encoding === "PLAIN_DICTIONARY") {
    return {places: readRuns(page.subarray(1), page[0], count)};
  }
  const values = valuesBy(encoding, {page, reader, type, length: type_length, count});
  if (values === null) throw new Error(`encoding that is not read: ${encoding} of ${type}`);
  if (reader.offset > page.length || values.length !== count) throw new Error("page that is cut short");
  return {values};
}

interface PageParts {
  page: Uint8Array<ArrayBuffer>;
  reader: DataReader;
  type: ParquetType;
  length: number | undefined;
  count: number;
}

function valuesBy(encoding: Encoding, {page, reader, type, length, count}: PageParts): ArrayLike<Stored> | null {
  if (encoding === "PLAIN") return readPlain(reader, type, count, length);
  if (encoding === "BYTE_STREAM_SPLIT") return byteStreamSplit(reader, count, type, length);
  if (encoding === "RLE" && type === "BOOLEAN") return Array.from(readRuns(page.subarray(4), 1, count), Boolean);
  if (encoding === "DELTA_BINARY_PACKED" && type === "INT32") return unpackDeltas(reader, new Int32Array(count));
  if (encoding === "DELTA_BINARY_PACKED" && type === "INT64") return unpackDeltas(reader, new BigInt64Array(count));
  if (encoding === "DELTA_LENGTH_BYTE_ARRAY" && type === "BYTE_ARRAY") return textsByLength(reader, count);
  return encoding === "DELTA_BYTE_ARRAY" ? textsByPrefix(reader, count) : null;
}

function unpackDeltas<T extends Int32Array | BigInt64Array>(reader: DataReader, into: T): T {
  deltaBinaryUnpack(reader, into.length, into);
  return into;
}

function textsByLength(reader: DataReader, count: number): Uint8Array[] {
  const texts: Uint8Array[] = [];
  deltaLengthByteArray(reader, count, texts);
  return texts;
}

/** Each text begins as the one before, as far as a length says. */
function textsByPrefix(reader: DataReader, count: number): Uint8Array[] {
  const shared = unpackDeltas(reader, new Int32Array(count));
  const most = mostUnpacked(reader.view.byteLength);
  let before = new Uint8Array();
  let total = 0;
  return textsByLength(reader, count).map((rest, at) => {
    total += shared[at] + rest.length;
    if (shared[at] < 0 || shared[at] > before.length || total > most)
      throw new Error("text longer than its page allows");
    const text = new Uint8Array(shared[at] + rest.length);
    text.set(before.subarray(0, shared[at]));
    text.set(rest, shared[at]);
    before = text;
    return text;
  });
}
