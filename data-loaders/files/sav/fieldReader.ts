import type {Bytes} from "./bytes.js";

/** Numbers and texts taken from bytes in the byte order of the machine that wrote them. */
export class FieldReader {
  readonly bytes: Bytes;
  readonly isLittleEndian: boolean;

  constructor(bytes: Bytes, isLittleEndian: boolean) {
    this.bytes = bytes;
    this.isLittleEndian = isLittleEndian;
  }

  int32(): number {
    const bytes = this.bytes.take(4);
    return this.isLittleEndian ? bytes.readInt32LE() : bytes.readInt32BE();
  }

  /** A whole number of eight bytes; beyond 2^53 it is rounded. */
  int64(): number {
    const bytes = this.bytes.take(8);
    return Number(this.isLittleEndian ? bytes.readBigInt64LE() : bytes.readBigInt64BE());
  }

  float64(): number {
    const bytes = this.bytes.take(8);
    return this.isLittleEndian ? bytes.readDoubleLE() : bytes.readDoubleBE();
  }

  uint8(): number {
    return this.bytes.take(1)[0];
  }

  /** Bytes to keep. */
  copy(length: number): Buffer {
    return Buffer.from(this.bytes.take(length));
  }

  /** Bytes to keep, of a field that is filled up to a multiple; `before` counts bytes of the field already taken. */
  copyPadded(length: number, multiple: number, before = 0): Buffer {
    const taken = this.copy(length);
    this.bytes.take((multiple - ((before + length) % multiple)) % multiple);
    return taken;
  }
}
