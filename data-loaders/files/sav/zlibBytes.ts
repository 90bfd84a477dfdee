import {inflateSync} from "node:zlib";
import {InputError} from "../../inputs/inputError.js";
import {BufferBytes, type Bytes, type FileBytes} from "./bytes.js";
import {FieldReader} from "./fieldReader.js";

interface Block {
  start: number;
  compressedLength: number;
  length: number;
}

/** What the blocks of a .zsav file hold, taken as one run of bytes. */
export class ZlibBytes implements Bytes {
  readonly #source: FileBytes;
  readonly #file: string;
  readonly #blocks: Block[];
  #next = 0;
  #inBlock: BufferBytes;
  #leftInOthers: number;

  /** @param fields stands at the header of the compressed data, right after the dictionary */
  constructor(fields: FieldReader, source: FileBytes, file: string) {
    this.#source = source;
    this.#file = file;
    this.#blocks = readBlocks(fields, source, file);
    this.#inBlock = new BufferBytes(Buffer.alloc(0), file);
    this.#leftInOthers = this.#blocks.reduce((sum, {length}) => sum + length, 0);
  }

  get left(): number {
    return this.#inBlock.left + this.#leftInOthers;
  }

  take(length: number): Buffer {
    if (length <= this.#inBlock.left) return this.#inBlock.take(length);
    if (length > this.left) throw new InputError("file is cut short or damaged", {file: this.#file});
    const first = Buffer.from(this.#inBlock.take(this.#inBlock.left));
    this.#inflateNext();
    return Buffer.concat([first, this.take(length - first.length)]);
  }

  #inflateNext(): void {
    const {start, compressedLength, length} = this.#blocks[this.#next++];
    this.#source.moveTo(start);
    this.#inBlock = new BufferBytes(inflate(this.#source.take(compressedLength), length, this.#file), this.#file);
    this.#leftInOthers -= length;
  }
}

function inflate(bytes: Buffer, length: number, file: string): Buffer {
  try {
    const inflated = inflateSync(bytes, {maxOutputLength: Math.max(1, length)});
    if (inflated.length === length) return inflated;
  } catch {
    // Says the same as a wrong length.
  }
  throw new InputError("compressed data are damaged", {file});
}

/** The list of blocks stands at the end of the file. */
function readBlocks(fields: FieldReader, source: FileBytes, file: string): Block[] {
  fields.int64();
  const trailerStart = fields.int64();
  const trailerLength = fields.int64();
  source.moveTo(trailerStart);
  const trailer = new FieldReader(
    new BufferBytes(Buffer.from(source.take(trailerLength)), file),
    fields.isLittleEndian,
  );
  trailer.bytes.take(20);
  const count = trailer.int32();
  if (source.left > 0 || trailer.bytes.left !== count * 24) {
    throw new InputError("list of compressed blocks is damaged", {file});
  }
  return Array.from({length: count}, () => readBlock(trailer, file));
}

function readBlock(trailer: FieldReader, file: string): Block {
  trailer.int64();
  const block = {start: trailer.int64(), length: trailer.int32(), compressedLength: trailer.int32()};
  if (block.length < 0 || block.compressedLength < 0) throw new InputError("compressed data are damaged", {file});
  return block;
}
