import {inflateSync} from "node:zlib";
import {sum} from "d3";
import {InputError} from "../../inputs/inputError.js";
import {Bytes} from "../bytes.js";
import {mostUnpacked} from "../unpack.js";

interface Block {
  start: number;
  compressedLength: number;
  length: number;
}

/**
 * What the blocks of a .zsav file hold, as one run of bytes.
 *
 * @param source stands at the header of the compressed data, right after the dictionary
 */
export function zlibBytes(source: Bytes): Bytes {
  const {file, isLittleEndian} = source;
  const blocks = readBlocks(source);
  const size = sum(blocks, ({length}) => length);
  if (size > mostUnpacked(source.size))
    throw new InputError("data that unpack to more than a table of its size", {file, value: size});
  let next = 0;
  return new Bytes({file, isLittleEndian, size, read: () => inflate(source, blocks[next++])});
}

function inflate(source: Bytes, {start, compressedLength, length}: Block): Buffer {
  source.moveTo(start);
  const compressed = source.take(compressedLength);
  try {
    const inflated = inflateSync(compressed, {maxOutputLength: Math.max(1, length)});
    if (inflated.length === length) return inflated;
  } catch {
    // Says the same as a wrong length.
  }
  throw new InputError("compressed data are damaged", {file: source.file});
}

/** The list of blocks stands at the end of the file. */
function readBlocks(source: Bytes): Block[] {
  source.int64();
  const trailerStart = source.int64();
  const trailerLength = source.int64();
  source.moveTo(trailerStart);
  const trailer = source.within(source.copy(trailerLength));
  trailer.take(20);
  const count = trailer.int32();
  if (source.left > 0 || trailer.left !== count * 24) {
    throw new InputError("list of compressed blocks is damaged", {file: source.file});
  }
  return Array.from({length: count}, () => readBlock(trailer));
}

function readBlock(trailer: Bytes): Block {
  trailer.int64();
  const block = {start: trailer.int64(), length: trailer.int32(), compressedLength: trailer.int32()};
  if (block.length < 0 || block.compressedLength < 0)
    throw new InputError("compressed data are damaged", {file: trailer.file});
  return block;
}
