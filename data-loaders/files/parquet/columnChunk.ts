import {sum} from "d3";
import type {ColumnMetaData, PageHeader, SchemaElement} from "hyparquet";
import {parquetHeader} from "hyparquet/src/column.js";
import type {Bytes} from "../bytes.js";
import {crc32} from "../xlsx/crc32.js";
import {checkThrift} from "./checkThrift.js";
import {type PageValues, pageValues, type Stored} from "./pageValues.js";
import {readRuns} from "./readRuns.js";
import {unpackPage} from "./unpackPage.js";

/** Takes the values of a chunk in order. */
export interface ValueSink {
  /** A new dictionary: places that follow are in it. */
  setDictionary(values: ArrayLike<Stored>): void;
  pushPlace(place: number): void;
  pushValue(value: Stored): void;
  pushNothing(): void;
}

export interface Chunk {
  meta: ColumnMetaData;
  element: SchemaElement;
  /** Rows of its group: a value or nothing for each. */
  rows: number;
  /** Where the data of all columns end. */
  dataEnd: number;
}

/** Bytes that a page's header may have, with the least and the greatest text of the page in it. */
const longestHeader = 1 << 20;

/**
 * Reads one column of a group of rows, page by page.
 *
 * @throws Error when it has more or fewer values than rows, a page is damaged, or its checksum is another
 */
export function readColumnChunk(bytes: Bytes, {meta, element, rows, dataEnd}: Chunk, sink: ValueSink): void {
  const start = Number(meta.dictionary_page_offset || meta.data_page_offset);
  const end = start + Number(meta.total_compressed_size);
  if (!(start >= 4 && end >= start && end <= dataEnd)) throw new Error("column outside of the file");
  bytes.moveTo(start);
  let hasDictionary = false;
  for (let done = 0; done < rows; ) {
    const {header, body} = nextPage(bytes, end);
    if (header.type === "DICTIONARY_PAGE") {
      if (hasDictionary || done > 0) throw new Error("second dictionary");
      hasDictionary = true;
      sink.setDictionary(dictionaryIn(body, header, {meta, element}));
    } else if (header.type !== "INDEX_PAGE") {
      const page = pageIn(body, header, {meta, element, rowsLeft: rows - done});
      push(page, sink);
      done += page.rows;
    }
  }
}

function nextPage(bytes: Bytes, end: number): {header: PageHeader; body: Buffer} {
  const head = bytes.peek(Math.min(end - bytes.position, longestHeader));
  const reader = {view: new DataView(head.buffer, head.byteOffset, head.length), offset: 0};
  checkThrift(head);
  const header = parquetHeader(reader);
  bytes.take(reader.offset);
  const length = header.compressed_page_size;
  if (!(length >= 0 && length <= end - bytes.position)) throw new Error("page outside of its column");
  const body = bytes.take(length);
  if (header.crc !== undefined && crc32(body) !== header.crc >>> 0)
    throw new Error("page that is not what its checksum says");
  return {header, body};
}

type Column = Pick<Chunk, "meta" | "element">;

function dictionaryIn(body: Buffer, header: PageHeader, {meta, element}: Column): ArrayLike<Stored> {
  const count = header.dictionary_page_header?.num_values ?? -1;
  const page = unpackPage(body, meta.codec, header.uncompressed_page_size);
  // A value takes a bit at least.
  if (!(count >= 0 && count <= 8 * page.length)) throw new Error("dictionary of impossible length");
  const content = pageValues(page, "PLAIN", element, count);
  return "values" in content ? content.values : [];
}

interface Page {
  rows: number;
  /** For each row 1 if it has a value; null if all have. */
  levels: Uint32Array | null;
  content: PageValues;
}

function pageIn(body: Buffer, header: PageHeader, {meta, element, rowsLeft}: Column & {rowsLeft: number}): Page {
  const of = header.data_page_header_v2 ?? header.data_page_header;
  const rows = of?.num_values ?? -1;
  if (of === undefined || !(rows >= 0 && rows <= rowsLeft)) throw new Error("page of impossible length");
  const isOptional = element.repetition_type === "OPTIONAL";
  const {levelBytes, values} = header.data_page_header_v2
    ? partsOfV2(body, header, meta)
    : partsOfV1(body, header, {meta, isOptional});
  const levels = isOptional ? readRuns(levelBytes, 1, rows) : null;
  const count = levels ? sum(levels) : rows;
  return {rows, levels, content: pageValues(values, of.encoding, element, count)};
}

interface PageBytes {
  levelBytes: Uint8Array;
  values: Uint8Array<ArrayBuffer>;
}

function partsOfV1(
  body: Buffer,
  header: PageHeader,
  {meta, isOptional}: {meta: ColumnMetaData; isOptional: boolean},
): PageBytes {
  const page = unpackPage(body, meta.codec, header.uncompressed_page_size);
  if (!isOptional) return {levelBytes: new Uint8Array(), values: page};
  if (header.data_page_header?.definition_level_encoding !== "RLE")
    throw new Error("levels in an encoding that is not read");
  const end = 4 + new DataView(page.buffer).getUint32(0, true);
  if (end > page.length) throw new Error("page that is cut short");
  return {levelBytes: page.subarray(4, end), values: page.slice(end)};
}

/** Levels stand before what is compressed. */
function partsOfV2(
  body: Buffer,
  {uncompressed_page_size, data_page_header_v2: of}: PageHeader,
  {codec}: ColumnMetaData,
): PageBytes {
  const length = of?.definition_levels_byte_length ?? -1;
  if (!(length >= 0 && length <= body.length) || of?.repetition_levels_byte_length !== 0)
    throw new Error("levels of impossible length");
  const isPacked = of.is_compressed !== false;
  const values = unpackPage(body.subarray(length), isPacked ? codec : "UNCOMPRESSED", uncompressed_page_size - length);
  return {levelBytes: body.subarray(0, length), values};
}

function push({rows, levels, content}: Page, sink: ValueSink): void {
  let next = 0;
  for (let row = 0; row < rows; row++) {
    if (levels?.[row] === 0) sink.pushNothing();
    else if ("places" in content) sink.pushPlace(content.places[next++]);
    else sink.pushValue(content.values[next++]);
  }
}
