import {InputError} from "../../inputs/inputError.js";
import type {Bytes} from "../bytes.js";

/** Puts the next case into a buffer of its length; false when there are no more. */
export type ReadCase = (into: Buffer) => boolean;

interface CaseOptions {
  bias: number;
  /** The number that stands for no value. */
  systemMissing: number;
}

/** Cases stored as they are. */
export function plainCases(bytes: Bytes): ReadCase {
  return (into) => {
    if (bytes.left === 0) return false;
    bytes.take(into.length).copy(into);
    return true;
  };
}

const endOfData = 252;
const eightBytesFollow = 253;
const eightSpaces = 254;
const noValue = 255;

/**
 * Cases stored in byte codes: eight codes, then the bytes that they do not stand for, then eight codes. Code 0 fills up; 1 to
 * 251 are small whole numbers.
 */
export function bytecodeCases(bytes: Bytes, {bias, systemMissing}: CaseOptions): ReadCase {
  const {isLittleEndian} = bytes;
  const nextCode = codesOf(bytes);
  const writeNumber = (into: Buffer, value: number, at: number) =>
    isLittleEndian ? into.writeDoubleLE(value, at) : into.writeDoubleBE(value, at);
  return (into) => {
    for (let at = 0; at < into.length; at += 8) {
      const code = nextCode();
      if (code === endOfData) return checkEnd(at, bytes);
      if (code === eightBytesFollow) bytes.take(8).copy(into, at);
      else if (code === eightSpaces) into.fill(" ", at, at + 8);
      else writeNumber(into, code === noValue ? systemMissing : code - bias, at);
    }
    return true;
  };
}

/** Codes but for those that fill up. */
function codesOf(bytes: Bytes): () => number {
  const codes = Buffer.alloc(8);
  let next = codes.length;
  return () => {
    for (;;) {
      if (next === codes.length) {
        if (bytes.left === 0) return endOfData;
        bytes.take(codes.length).copy(codes);
        next = 0;
      }
      const code = codes[next++];
      if (code !== 0) return code;
    }
  };
}

function checkEnd(at: number, bytes: Bytes): false {
  if (at > 0) throw new InputError("file is cut short in the middle of a case", {file: bytes.file});
  if (bytes.left > 0) throw new InputError("bytes after the end of the data", {file: bytes.file, value: bytes.left});
  return false;
}
