import {open} from "node:fs/promises";
import {basename} from "node:path";
import {InputError} from "../inputs/inputError.js";
import {readDelimited} from "./csv/readDelimited.js";
import {formatOf} from "./formatOf.js";
import type {Progress, RawFile} from "./rawFile.js";
import type {FileFormat, RawTable} from "./rawTable.js";
import {readSav} from "./sav/readSav.js";
import {readXlsx} from "./xlsx/readXlsx.js";

const headLength = 1 << 16;

const readers: Record<FileFormat, (raw: RawFile) => Promise<RawTable>> = {
  delimited: readDelimited,
  xlsx: readXlsx,
  sav: readSav,
  zsav: readSav,
};

/**
 * A respondents' file as it stands: delimited text, .xlsx, .sav or .zsav, told from its content and never from its name.
 *
 * @param progress is told of bytes read, of bytes in all
 * @throws InputError when there is no such file, it is of another format, damaged, cut short, or has no rows
 */
export async function readRawTable(path: string, {progress = () => {}}: {progress?: Progress} = {}): Promise<RawTable> {
  const file = basename(path);
  const {head, size} = await readHead(path, file);
  const table = await readers[formatOf(head, file)]({path, file, head, size, progress});
  progress(size, size);
  return table;
}

async function readHead(path: string, file: string): Promise<{head: Uint8Array; size: number}> {
  const handle = await open(path).catch(() => {
    throw new InputError("no such file", {file});
  });
  try {
    const stat = await handle.stat();
    if (!stat.isFile()) throw new InputError("not a file", {file});
    const {buffer, bytesRead} = await handle.read(Buffer.alloc(headLength), 0, headLength, 0);
    return {head: buffer.subarray(0, bytesRead), size: stat.size};
  } finally {
    await handle.close();
  }
}
