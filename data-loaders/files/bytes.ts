import {readSync} from "node:fs";
import {InputError} from "../inputs/inputError.js";

const pieceLength = 1 << 20;

interface BytesOptions {
  /** The file's name, for messages. */
  file: string;
  /** Bytes in all. */
  size: number;
  /** Whether numbers are in this byte order; the other one if not. */
  isLittleEndian: boolean;
  /** Bytes from a position on, as many as are at hand: of a file at least so many, unless it ends. */
  read: (position: number, wanted: number) => Buffer;
}

/** Bytes taken one run after the other from a source that is read piece by piece, and the numbers that they hold. */
export class Bytes {
  readonly file: string;
  isLittleEndian: boolean;
  /** Bytes in all. */
  readonly size: number;
  readonly #read: BytesOptions["read"];
  #piece = Buffer.alloc(0);
  #pieceStart = 0;
  #position = 0;

  constructor({file, size, isLittleEndian, read}: BytesOptions) {
    this.file = file;
    this.isLittleEndian = isLittleEndian;
    this.size = size;
    this.#read = read;
  }

  /** Bytes of an open file, read in pieces of 1 MiB. */
  static ofFile(descriptor: number, {file, size}: {file: string; size: number}): Bytes {
    const read = (position: number, wanted: number) => {
      const piece = Buffer.alloc(Math.min(size - position, Math.max(wanted, pieceLength)));
      const length = readSync(descriptor, piece, 0, piece.length, position);
      if (length === 0) throw new InputError("file changed while it was read", {file});
      return piece.subarray(0, length);
    };
    return new Bytes({file, size, isLittleEndian: true, read});
  }

  /** Bytes in memory, of the same file. */
  within(buffer: Buffer): Bytes {
    const {file, isLittleEndian} = this;
    return new Bytes({file, isLittleEndian, size: buffer.length, read: (position) => buffer.subarray(position)});
  }

  get position(): number {
    return this.#position;
  }

  /** Bytes not yet taken. */
  get left(): number {
    return this.size - this.#position;
  }

  /**
   * The next bytes.
   *
   * @throws InputError when fewer are left
   */
  take(length: number): Buffer {
    if (!(length >= 0 && length <= this.left)) this.#refuse();
    while (this.#position + length > this.#pieceStart + this.#piece.length) this.#readOn(length);
    const start = this.#position - this.#pieceStart;
    this.#position += length;
    return this.#piece.subarray(start, start + length);
  }

  /** Goes on reading from a place counted from the start. */
  moveTo(position: number): void {
    if (!(position >= 0 && position <= this.size)) this.#refuse();
    this.#position = position;
    this.#piece = Buffer.alloc(0);
    this.#pieceStart = position;
  }

  int32(): number {
    const bytes = this.take(4);
    return this.isLittleEndian ? bytes.readInt32LE() : bytes.readInt32BE();
  }

  /** A whole number of eight bytes; beyond 2^53 it is rounded. */
  int64(): number {
    const bytes = this.take(8);
    return Number(this.isLittleEndian ? bytes.readBigInt64LE() : bytes.readBigInt64BE());
  }

  float64(): number {
    const bytes = this.take(8);
    return this.isLittleEndian ? bytes.readDoubleLE() : bytes.readDoubleBE();
  }

  uint8(): number {
    return this.take(1)[0];
  }

  /** A whole number of 1 to 8 bytes, not negative; beyond 2^53 it is rounded. */
  uint(length: number): number {
    const bytes = this.take(length);
    if (length > 6) return Number(this.isLittleEndian ? bytes.readBigUInt64LE() : bytes.readBigUInt64BE());
    return this.isLittleEndian ? bytes.readUIntLE(0, length) : bytes.readUIntBE(0, length);
  }

  /** The next bytes, or as many as there are, without going on. */
  peek(length: number): Buffer {
    const bytes = this.take(Math.min(length, this.left));
    this.#position -= bytes.length;
    return bytes;
  }

  /** Bytes to keep: those of `take` keep the whole piece in memory. */
  copy(length: number): Buffer {
    return Buffer.from(this.take(length));
  }

  /** Bytes to keep, of a field that is filled up to a multiple; `before` counts bytes of the field already taken. */
  copyPadded(length: number, multiple: number, before = 0): Buffer {
    const taken = this.copy(length);
    this.take((multiple - ((before + length) % multiple)) % multiple);
    return taken;
  }

  #readOn(length: number): void {
    const rest = this.#piece.subarray(this.#position - this.#pieceStart);
    this.#piece = Buffer.concat([rest, this.#read(this.#position + rest.length, length - rest.length)]);
    this.#pieceStart = this.#position;
  }

  #refuse(): never {
    throw new InputError("file is cut short or damaged", {file: this.file});
  }
}
