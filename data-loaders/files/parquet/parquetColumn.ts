import {InputError} from "../../inputs/inputError.js";
import {ColumnBuilder} from "../columnBuilder.js";
import type {RawColumn} from "../rawTable.js";
import type {ValueSink} from "./columnChunk.js";
import type {Stored} from "./pageValues.js";
import type {ValueText} from "./valueText.js";

/** One column while its groups of rows are read. Each distinct value is spelt once, when it first occurs. */
export class ParquetColumn implements ValueSink {
  readonly #builder: ColumnBuilder;
  readonly #textOf: ValueText;
  readonly #file: string;
  readonly #codes = new Map<unknown, number>();
  #dictionary: ArrayLike<Stored> = [];
  /** Codes of the dictionary’s values, -1 until the first is met. */
  #codesOfPlaces = new Int32Array();
  /** Rows taken. */
  rows = 0;

  constructor(name: string, textOf: ValueText, file: string) {
    this.#builder = new ColumnBuilder(name);
    this.#textOf = textOf;
    this.#file = file;
  }

  setDictionary(values: ArrayLike<Stored>): void {
    this.#dictionary = values;
    this.#codesOfPlaces = new Int32Array(values.length).fill(-1);
  }

  pushPlace(place: number): void {
    if (place >= this.#dictionary.length) throw new Error("value that is not in the dictionary");
    if (this.#codesOfPlaces[place] < 0) this.#codesOfPlaces[place] = this.#codeOf(this.#dictionary[place]);
    this.#pushCode(this.#codesOfPlaces[place]);
  }

  pushValue(value: Stored): void {
    this.#pushCode(this.#codeOf(value));
  }

  pushNothing(): void {
    this.#pushCode(this.#builder.codeFor(""));
  }

  finish(): RawColumn {
    return this.#builder.finish();
  }

  #pushCode(code: number): void {
    this.#builder.pushCode(code);
    this.rows++;
  }

  #codeOf(value: Stored): number {
    const key = value instanceof Uint8Array ? latin1(value) : value;
    let code = this.#codes.get(key);
    if (code === undefined) {
      code = this.#builder.codeFor(this.#spell(value));
      this.#codes.set(key, code);
    }
    return code;
  }

  #spell(value: Stored): string {
    try {
      return this.#textOf(value);
    } catch {
      const shown = value instanceof Uint8Array ? latin1(value) : String(value);
      const at = {file: this.#file, row: this.rows + 1, column: this.#builder.header, value: shown};
      throw new InputError("byte that is no text in utf-8", at);
    }
  }
}

const latin1 = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
