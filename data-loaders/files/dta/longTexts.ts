import {InputError} from "../../inputs/inputError.js";
import type {Bytes} from "../bytes.js";
import {type DtaLayout, readBetween} from "./dtaLayout.js";

/** Bytes that a text may have: longer is no answer, and a damaged length must not take memory. */
const longest = 1 << 24;

/** A text without NUL, that ends with one. */
const asciiType = 130;
const binaryType = 129;

const keyOf = (variable: number, row: number) => `${variable},${row}`;

/** Texts of any length (strL), by the variable and the row that they were first used in; bytes read as Latin-1. */
export class LongTexts {
  readonly #texts = new Map<string, string>();
  /** Of the eight bytes that refer to a text, so many name the variable, and the others the row. */
  #split: number | null = null;
  readonly #splits: readonly number[];

  /** ReadStat, and so haven, writes references of release 119 like those of 118. The first that occurs tells. */
  constructor({release, variableOfReference}: DtaLayout) {
    this.#splits = release === "119" ? [variableOfReference, 2] : [variableOfReference];
  }

  /** @throws InputError when a text is too long, or holds bytes that are no text */
  read(bytes: Bytes, layout: DtaLayout): void {
    readBetween(bytes, "strls", () => {
      while (bytes.peek(3).toString("latin1") === "GSO") {
        bytes.take(3);
        const variable = bytes.uint(4);
        const row = bytes.uint(layout.observation);
        this.#texts.set(keyOf(variable, row), readText(bytes, {file: bytes.file, row, column: `${variable}`}));
      }
    });
  }

  /** The text that eight bytes refer to, nothing by zeros; undefined when there is none. */
  textOf(reference: Buffer, isLittleEndian: boolean): string | undefined {
    if (reference.every((byte) => byte === 0)) return "";
    const textBy = (split: number) => {
      const uint = (at: number, length: number) =>
        isLittleEndian ? reference.readUIntLE(at, length) : reference.readUIntBE(at, length);
      return this.#texts.get(keyOf(uint(0, split), uint(split, 8 - split)));
    };
    this.#split ??= this.#splits.find((split) => textBy(split) !== undefined) ?? this.#splits[0];
    return textBy(this.#split);
  }
}

function readText(bytes: Bytes, at: {file: string; row: number; column: string}): string {
  const type = bytes.uint8();
  const length = bytes.uint(4);
  if (type !== asciiType && type !== binaryType)
    throw new InputError("unknown kind of long text", {...at, value: type});
  if (length > longest) throw new InputError("text of over 16 million bytes", {...at, value: length});
  const text = bytes.take(length).toString("latin1");
  const withoutEnd = type === asciiType && text.endsWith("\0") ? text.slice(0, -1) : text;
  if (withoutEnd.includes("\0")) throw new InputError("long text that holds bytes that are no text", at);
  return withoutEnd;
}
