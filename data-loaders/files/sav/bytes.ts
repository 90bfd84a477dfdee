import {closeSync, openSync, readSync} from "node:fs";
import {InputError} from "../../inputs/inputError.js";

const bufferLength = 1 << 20;

/** Bytes taken one run after the other. */
export interface Bytes {
  /** Bytes not yet taken. */
  readonly left: number;
  /**
   * The next bytes; they may be overwritten by the next call.
   *
   * @throws InputError when fewer are left
   */
  take(length: number): Buffer;
}

/** A file's bytes, read through a buffer of 1 MiB. */
export class FileBytes implements Bytes {
  readonly #file: string;
  readonly #descriptor: number;
  readonly #size: number;
  #buffer = Buffer.alloc(0);
  #bufferStart = 0;
  #position = 0;

  constructor({path, file, size}: {path: string; file: string; size: number}) {
    this.#descriptor = openSync(path, "r");
    this.#file = file;
    this.#size = size;
  }

  get position(): number {
    return this.#position;
  }

  get left(): number {
    return this.#size - this.#position;
  }

  take(length: number): Buffer {
    if (length < 0 || length > this.left) throw new InputError("file is cut short or damaged", {file: this.#file});
    let start = this.#position - this.#bufferStart;
    if (start + length > this.#buffer.length) {
      this.#fill(length);
      start = 0;
    }
    this.#position += length;
    return this.#buffer.subarray(start, start + length);
  }

  /** Goes on reading from a place counted from the file's start. */
  moveTo(position: number): void {
    if (!(position >= 0 && position <= this.#size)) {
      throw new InputError("file is cut short or damaged", {file: this.#file});
    }
    this.#position = position;
    this.#buffer = Buffer.alloc(0);
    this.#bufferStart = position;
  }

  close(): void {
    closeSync(this.#descriptor);
  }

  #fill(length: number): void {
    this.#buffer = Buffer.alloc(Math.min(this.left, Math.max(length, bufferLength)));
    this.#bufferStart = this.#position;
    const read = readSync(this.#descriptor, this.#buffer, 0, this.#buffer.length, this.#position);
    if (read < length) throw new InputError("file changed while it was read", {file: this.#file});
  }
}

/** Bytes in memory. */
export class BufferBytes implements Bytes {
  readonly #buffer: Buffer;
  readonly #file: string;
  #position = 0;

  constructor(buffer: Buffer, file: string) {
    this.#buffer = buffer;
    this.#file = file;
  }

  get left(): number {
    return this.#buffer.length - this.#position;
  }

  take(length: number): Buffer {
    if (length < 0 || length > this.left) throw new InputError("record is cut short or damaged", {file: this.#file});
    this.#position += length;
    return this.#buffer.subarray(this.#position - length, this.#position);
  }
}
