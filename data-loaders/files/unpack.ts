import {createReadStream} from "node:fs";
import {pipeline} from "node:stream";
import {createGunzip} from "node:zlib";
import {InputError} from "../inputs/inputError.js";

const pieceLength = 1 << 18;

/** What a file may unpack to: this, and so many times its own size. Tables of answers shrink to a fifth or a fiftieth. */
const freeLength = 1 << 26;
const mostTimes = 200;

/** Bytes that so many bytes may be unpacked to: nothing in them makes a program take all memory. */
export const mostUnpacked = (size: number) => freeLength + mostTimes * size;

/** A cell takes four bytes of memory, however few of the file: a file may have so many, and so many for each of its bytes. */
const freeCells = 1 << 24;
const mostCellsPerByte = 20;

/** @throws InputError when a file of so many bytes says that it has more cells than memory should be given to */
export function checkCells(cells: number, {file, size}: {file: string; size: number}): void {
  if (cells <= freeCells + mostCellsPerByte * size) return;
  throw new InputError("more cells than a file of its size has", {file, value: cells});
}

type OnBytes = (bytes: number) => void;

/** A file's bytes as they stand, piece by piece. */
export async function* plainBytes(path: string, onBytes: OnBytes = () => {}): AsyncGenerator<Buffer> {
  for await (const bytes of createReadStream(path, {highWaterMark: pieceLength})) {
    yield bytes;
    onBytes(bytes.length);
  }
}

/**
 * What a gzip file holds, piece by piece, held against its checksum.
 *
 * @param size bytes of the file
 * @throws InputError when it is damaged or cut short, something follows, or it unpacks to more than any table
 */
export async function* gunzippedBytes(
  path: string,
  {file, size}: {file: string; size: number},
  onBytes: OnBytes = () => {},
): AsyncGenerator<Buffer> {
  const source = createReadStream(path, {highWaterMark: pieceLength});
  const gunzip = pipeline(source, createGunzip({chunkSize: pieceLength}), () => {});
  let length = 0;
  let taken = 0;
  try {
    for await (const bytes of gunzip) {
      length += bytes.length;
      if (length > mostUnpacked(size)) {
        throw new InputError(`gzip file that unpacks to over ${mostTimes} times its size`, {file});
      }
      yield bytes;
      onBytes(gunzip.bytesWritten - taken);
      taken = gunzip.bytesWritten;
    }
  } catch (error) {
    if (error instanceof InputError || !isOfZlib(error)) throw error;
    throw new InputError(`damaged gzip file: ${error.message}`, {file});
  }
  // What follows the last part and does not begin as another is left out by zlib without a word.
  if (gunzip.bytesWritten !== size) throw new InputError("bytes after the end of the compressed data", {file});
}

const isOfZlib = (error: unknown): error is Error =>
  error instanceof Error && "code" in error && /^Z_/.test(String(error.code));
