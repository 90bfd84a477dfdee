import {InputError} from "../../inputs/inputError.js";
import type {Bytes} from "../bytes.js";

export type Compression = "none" | "bytecode" | "zlib";

export interface SavHeader {
  isLittleEndian: boolean;
  compression: Compression;
  /** The program that wrote the file, in its own words. */
  product: string;
  /** null where the writer did not know. */
  cases: number | null;
  /** What is taken from a byte code to give the number it stands for; 100 in every known file. */
  bias: number;
  /** Number of the variable record, from 1, by which cases are weighted; 0 if they are not. */
  weightRecord: number;
}

const compressions: readonly Compression[] = ["none", "bytecode", "zlib"];

/** The first 176 bytes of a system file. From then on numbers are read in its byte order. */
export function readSavHeader(bytes: Bytes): SavHeader {
  const {file} = bytes;
  bytes.take(4);
  const product = bytes.take(60).toString("latin1").trim();
  const layout = bytes.take(4);
  const isLittleEndian = isLayout(layout.readInt32LE());
  if (!isLittleEndian && !isLayout(layout.readInt32BE())) throw new InputError("unknown layout of .sav file", {file});
  bytes.isLittleEndian = isLittleEndian;
  bytes.int32();
  const compression = compressions[bytes.int32()];
  if (compression === undefined) throw new InputError("unknown compression of .sav file", {file});
  const weightRecord = bytes.int32();
  const cases = bytes.int32();
  const bias = bytes.float64();
  bytes.take(9 + 8 + 64 + 3);
  return {isLittleEndian, compression, product, cases: cases < 0 ? null : cases, bias, weightRecord};
}

const isLayout = (code: number) => code === 2 || code === 3;
