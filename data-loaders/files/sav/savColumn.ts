import {ColumnBuilder} from "../columnBuilder.js";
import type {RawColumn} from "../rawTable.js";
import {type Decode, withoutFill} from "./encodingOfSav.js";
import {textOfNumber} from "./savText.js";
import type {Place, SavVariable, UserMissing} from "./savVariables.js";

/** One column while cases are read. */
export interface SavColumn {
  readonly name: string;
  push(bytesOfCase: Buffer): void;
  finish(): RawColumn;
}

interface NumberOptions {
  isLittleEndian: boolean;
  systemMissing: number;
}

/** A column of numbers. Each distinct number is spelt once. */
export function numberColumn(variable: SavVariable, format: number, options: NumberOptions): SavColumn {
  const {isLittleEndian, systemMissing} = options;
  const builder = new ColumnBuilder(variable.name);
  const codes = new Map<number, number>();
  const [{start}] = variable.places;
  const textOf = (value: number) => (value === systemMissing ? "" : textOfNumber(value, format));
  const isMissing = (value: number) => value !== systemMissing && isNumberMissing(value, variable.userMissing);
  return {
    name: variable.name,
    push(bytes) {
      const value = isLittleEndian ? bytes.readDoubleLE(start) : bytes.readDoubleBE(start);
      builder.pushCode(codes.get(value) ?? addTo(codes, value, builder.codeFor(textOf(value))));
    },
    finish() {
      const missing = [...codes].filter(([value]) => isMissing(value)).map(([, code]) => builder.values[code]);
      return finish(builder, variable, missing);
    },
  };
}

/** A column of texts. Each distinct run of bytes is decoded once. */
export function textColumn(variable: SavVariable, decode: Decode): SavColumn {
  const builder = new ColumnBuilder(variable.name);
  const codes = new Map<string, number>();
  return {
    name: variable.name,
    push(bytes) {
      const text = withoutFill(bytesAt(bytes, variable.places));
      const key = Buffer.from(text.buffer, text.byteOffset, text.length).toString("latin1");
      builder.pushCode(codes.get(key) ?? addTo(codes, key, builder.codeFor(decode(text))));
    },
    finish() {
      const texts = new Set(variable.userMissing.texts);
      return finish(
        builder,
        variable,
        builder.values.filter((value) => texts.has(value)),
      );
    },
  };
}

function addTo<K>(codes: Map<K, number>, key: K, code: number): number {
  codes.set(key, code);
  return code;
}

function bytesAt(bytes: Buffer, places: readonly Place[]): Buffer {
  const parts = places.map(({start, length}) => bytes.subarray(start, start + length));
  return parts.length === 1 ? parts[0] : Buffer.concat(parts);
}

function isNumberMissing(value: number, {numbers, range}: UserMissing): boolean {
  return numbers.includes(value) || (range !== null && value >= range[0] && value <= range[1]);
}

function finish(builder: ColumnBuilder, variable: SavVariable, missing: readonly string[]): RawColumn {
  const {label, valueLabels, measure} = variable;
  return builder.finish({label, valueLabels, userMissing: new Set(missing), ...(measure && {measure})});
}
