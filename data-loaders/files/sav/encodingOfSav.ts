import {InputError} from "../../inputs/inputError.js";
import type {SavRecords} from "./readSavRecords.js";

/** Names of encodings by the code in the machine record, where they are no Windows code page. Codes below 100 were set by default. */
const encodingByCode: Record<number, string> = {
  2: "windows-1252",
  3: "windows-1252",
  65001: "utf-8",
  20127: "windows-1252",
  28591: "windows-1252",
  28605: "iso-8859-15",
  10000: "macintosh",
};

/** Byte 28 of the machine record holds the code, byte 16 the way in which numbers are written (1: IEEE 754). */
const machineRecord = 3;
const encodingRecord = 20;

/** Turns a text's bytes into the text, without the spaces that fill it up. */
export type Decode = (bytes: Uint8Array) => string;

/**
 * The encoding that a system file says its texts are in: by name, else by code page, else Windows-1252.
 *
 * @throws InputError when it is not known here, or numbers are not IEEE 754
 */
export function encodingOfSav({extensions}: SavRecords, isLittleEndian: boolean, file: string): string {
  const machine = extensions.get(machineRecord);
  const int32 = (at: number) => (isLittleEndian ? machine?.readInt32LE(at) : machine?.readInt32BE(at));
  const isWhole = machine !== undefined && machine.length >= 32;
  if (isWhole && int32(16) !== 1) throw new InputError("numbers that are not IEEE 754 in .sav file", {file});
  const byName = extensions.get(encodingRecord)?.toString("latin1").trim();
  const code = isWhole ? (int32(28) ?? 0) : 2;
  const encoding = byName ?? encodingByCode[code] ?? `windows-${code}`;
  try {
    return new TextDecoder(encoding).encoding;
  } catch {
    throw new InputError("encoding not known here: save the file again as UTF-8", {file, value: encoding});
  }
}

/** Without spaces at the end. */
export function withoutFill(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0x20) end--;
  return bytes.subarray(0, end);
}
