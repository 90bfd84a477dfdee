import {InputError} from "../../inputs/inputError.js";
import {ColumnBuilder} from "../columnBuilder.js";
import type {RawColumn} from "../rawTable.js";
import {missingOfLabel, type NumberType, numberTypeOf, textOfMissing, textOfNumber} from "./dtaNumber.js";
import {type DtaVariable, textIn} from "./dtaVariables.js";
import type {LongTexts} from "./longTexts.js";
import type {LabelSets} from "./valueLabels.js";

/** One column while rows are read. Texts are bytes read as Latin-1. */
export interface DtaColumn {
  /** Bytes of each cell. */
  width: number;
  push(row: Buffer, start: number, number: number): void;
  finish(labels: LabelSets): RawColumn;
}

export interface ColumnContext {
  file: string;
  release: string;
  isLittleEndian: boolean;
  longTexts: LongTexts;
}

/** The type of texts of any length. */
export const longText = 32_768;
const longestText = 2045;

/** @throws InputError when its type is none that Stata has */
export function dtaColumn(variable: DtaVariable, context: ColumnContext): DtaColumn {
  const {type, name} = variable;
  const numbers = numberTypeOf(type, context.release);
  if (numbers) return numberColumn(variable, numbers, context);
  if (type === longText) return longTextColumn(variable, context);
  if (type >= 1 && type <= longestText) return textColumn(variable);
  throw new InputError("variable of unknown type in .dta file", {file: context.file, column: name, value: type});
}

/** Each distinct number is spelt once, also one that Stata does not have, such as an infinite one. */
function numberColumn(variable: DtaVariable, numbers: NumberType, {release, isLittleEndian}: ColumnContext): DtaColumn {
  const {name, format} = variable;
  const {width, read, missing, isFloat} = numbers;
  const builder = new ColumnBuilder(name);
  const codes = new Map<number, number>();
  const userMissing = new Set<string>();
  const spell = (value: number, place: number | null) => {
    if (Number.isNaN(place)) return builder.codeFor(String(value));
    const text = place === null ? textOfNumber(value, {format, isFloat}) : textOfMissing(place);
    if (place) userMissing.add(text);
    return builder.codeFor(text);
  };
  return {
    width,
    push(bytes, start) {
      const value = read(bytes, start, isLittleEndian);
      let code = codes.get(value);
      if (code === undefined) {
        code = spell(value, missing(value));
        codes.set(value, code);
      }
      builder.pushCode(code);
    },
    finish(sets) {
      const labels = (sets.get(variable.labels) ?? []).map(([value, label]): [string, string] => {
        const place = release > "112" ? missingOfLabel(value) : null;
        return [place === null ? textOfNumber(value, {format}) : textOfMissing(place), label];
      });
      return builder.finish({label: variable.label || null, valueLabels: new Map(labels), userMissing});
    },
  };
}

function textColumn({name, type, label}: DtaVariable): DtaColumn {
  const builder = new ColumnBuilder(name);
  return {
    width: type,
    push: (bytes, start) => builder.push(textIn(bytes.subarray(start, start + type))),
    finish: () => finishTexts(builder, label),
  };
}

function longTextColumn({name, label}: DtaVariable, {file, isLittleEndian, longTexts}: ColumnContext): DtaColumn {
  const builder = new ColumnBuilder(name);
  return {
    width: 8,
    push(bytes, start, row) {
      const text = longTexts.textOf(bytes.subarray(start, start + 8), isLittleEndian);
      if (text === undefined) throw new InputError("cell that refers to no text", {file, row, column: name});
      builder.push(text);
    },
    finish: () => finishTexts(builder, label),
  };
}

function finishTexts(builder: ColumnBuilder, label: string): RawColumn {
  return builder.finish({label: label || null, valueLabels: new Map(), userMissing: new Set()});
}
