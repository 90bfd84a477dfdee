import {open} from "node:fs/promises";
import {basename} from "node:path";
import {InputError} from "../inputs/inputError.js";
import {openable} from "../inputs/openable.js";
import {readDelimited} from "./csv/readDelimited.js";
import {readDta} from "./dta/readDta.js";
import {formatOf, isGzip, notRead} from "./formatOf.js";
import {readParquet} from "./parquet/readParquet.js";
import type {Progress, RawFile} from "./rawFile.js";
import type {FileFormat, RawTable} from "./rawTable.js";
import {readSav} from "./sav/readSav.js";
import {gunzippedBytes, plainBytes} from "./unpack.js";
import {readXlsx} from "./xlsx/readXlsx.js";

const headLength = 1 << 16;

const readers: Record<FileFormat, (raw: RawFile) => Promise<RawTable>> = {
  delimited: readDelimited,
  xlsx: readXlsx,
  sav: readSav,
  zsav: readSav,
  dta: readDta,
  parquet: readParquet,
};

/**
 * A respondents' file as it stands: delimited text, perhaps compressed with gzip, .xlsx, .sav, .zsav, .dta or Parquet, told from its content and never from its name.
 *
 * @param progress is told of bytes read, of bytes in all
 * @throws InputError when there is no such file, it is of another format, damaged, cut short, or has no rows
 */
export async function readRawTable(path: string, {progress = () => {}}: {progress?: Progress} = {}): Promise<RawTable> {
  const file = basename(path);
  const raw = {path, file, progress, ...(await readHead(path))};
  const table = await (isGzip(raw.head) ? readCompressed(raw) : readPlain(raw));
  progress(raw.size, raw.size);
  return table;
}

type Opened = Omit<RawFile, "read" | "compression">;

function readPlain(raw: Opened): Promise<RawTable> {
  const format = formatOf(raw.head, raw.file);
  return readers[format]({...raw, read: (onBytes) => plainBytes(raw.path, onBytes), compression: null});
}

/** Of what is compressed only text is read: the readers of other formats go to and fro in the file. */
async function readCompressed(raw: Opened): Promise<RawTable> {
  const {path, file} = raw;
  const read = (onBytes?: (bytes: number) => void) => gunzippedBytes(path, raw, onBytes);
  const head = await firstBytes(read());
  const format = formatOf(head, file);
  if (format === "delimited") return readDelimited({...raw, head, read, compression: "gzip"});
  throw new InputError(notRead(`a .${format} file compressed with gzip: unpack it first`), {file});
}

async function firstBytes(pieces: AsyncIterable<Buffer>): Promise<Buffer> {
  const taken: Buffer[] = [];
  let length = 0;
  for await (const bytes of pieces) {
    taken.push(bytes);
    length += bytes.length;
    if (length >= headLength) break;
  }
  return Buffer.concat(taken).subarray(0, headLength);
}

async function readHead(path: string): Promise<{head: Uint8Array; size: number}> {
  const {size} = openable(path);
  const handle = await open(path);
  try {
    const {buffer, bytesRead} = await handle.read(Buffer.alloc(headLength), 0, headLength, 0);
    return {head: buffer.subarray(0, bytesRead), size};
  } finally {
    await handle.close();
  }
}
