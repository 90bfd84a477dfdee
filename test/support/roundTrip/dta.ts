import {oneOf, type Pick} from "../../../tools/stand-in/defects/fileRow.js";
import type {Format, TextTable} from "./format.js";

type Release = "118" | "119";

/**
 * Stata files, as `help dta` describes them. A column is a number, with or without labels, a missing value with a label, a
 * date, or a text, short or long, as its texts allow. (Release 117 has no room for the headers.)
 */
export const dtaFormats: readonly Format[] = [dta("118", true), dta("118", false), dta("119", true)];

function dta(release: Release, isLittleEndian: boolean): Format {
  return {
    id: `Stata ${release}, ${isLittleEndian ? "little" : "big"}-endian`,
    canHold: (text) => !text.includes("\0"),
    declaredMissing: null,
    write: (table, pick) => ({
      bytes: new Writer(release, isLittleEndian).file(table, pick),
      rowNumbers: table.rows.map((_, at) => at + 1),
    }),
  };
}

interface DtaVariable {
  name: string;
  label: string;
  type: number;
  format: string;
  labels: readonly [value: number, label: string][];
  cells: readonly Buffer[];
  /** Long texts, and the row of each. */
  longTexts: readonly [row: number, text: string][];
}

const double = 65_526;
const longText = 32_768;
const nameLength = 129;
const nothing = 2 ** 1023;
/** The missing value `.a` as a label has it. */
const firstMissing = 2_147_483_622;
const dayOf1960 = -3653;

class Writer {
  readonly #release: Release;
  readonly #isLittle: boolean;

  constructor(release: Release, isLittle: boolean) {
    this.#release = release;
    this.#isLittle = isLittle;
  }

  file(table: TextTable, pick: Pick): Buffer {
    const {header, rows} = table;
    const wide = this.#release === "119" ? 4 : 2;
    const variables = header.map((text, at) =>
      this.#variable(
        text,
        at,
        rows.map((row) => row[at]),
        pick,
      ),
    );
    const each = (tag: string, write: (variable: DtaVariable) => Buffer) => between(tag, ...variables.map(write));
    return between(
      "stata_dta",
      between(
        "header",
        between("release", this.#release),
        between("byteorder", this.#isLittle ? "LSF" : "MSF"),
        between("K", this.#uint(variables.length, wide)),
        between("N", this.#uint(rows.length, 8)),
        between("label", this.#uint(0, 2)),
        between("timestamp", Buffer.of(0)),
      ),
      between("map", Buffer.alloc(14 * 8)),
      each("variable_types", ({type}) => this.#uint(type, 2)),
      each("varnames", (variable) => filled(variable.name, nameLength)),
      between("sortlist", Buffer.alloc(wide * (variables.length + 1))),
      each("formats", (variable) => filled(variable.format, 57)),
      each("value_label_names", (variable) => filled(variable.labels.length > 0 ? variable.name : "", nameLength)),
      each("variable_labels", (variable) => filled(variable.label, 321)),
      between("characteristics", between("ch", this.#uint(3, 4), "abc")),
      between("data", ...rows.flatMap((_, row) => variables.map(({cells}) => cells[row]))),
      between("strls", ...variables.flatMap((variable, at) => this.#longTexts(variable, at + 1))),
      between("value_labels", ...variables.flatMap((variable) => this.#labels(variable))),
    );
  }

  /** How a column is filed; its texts come back the same from each way that is possible. */
  #variable(header: string, at: number, texts: readonly string[], pick: Pick): DtaVariable {
    const isName = /^[a-z][a-z\d_]{0,31}$/i.test(header);
    const named = {name: isName ? header : `v${at}`, label: isName ? "" : header, longTexts: []};
    const given = [...new Set(texts)].filter((text) => text !== "");
    const numbers = (format: string, numberOf: (text: string) => number): DtaVariable => ({
      ...named,
      type: double,
      format,
      labels: [],
      cells: texts.map((text) => this.#float(text === "" ? nothing : numberOf(text))),
    });
    const possible = [() => this.#texts(named, at + 1, texts, pick)];
    if (given.length <= 26) possible.push(() => this.#labelled(numbers, given, pick));
    if (given.every((text) => /^(0|-?[1-9]\d{0,9}(\.\d?[1-9])?)$/.test(text))) {
      possible.push(() => numbers("%9.0g", Number));
    }
    const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
    if (given.every(isDay)) possible.push(() => numbers("%td", (text) => Date.parse(text) / 86_400_000 - dayOf1960));
    return oneOf(possible, pick)();
  }

  /** Some texts are the labels of numbers that no text is, some those of missing values. */
  #labelled(
    numbers: (format: string, numberOf: (text: string) => number) => DtaVariable,
    given: readonly string[],
    pick: Pick,
  ): DtaVariable {
    const isMissing = given.map(() => pick(3) === 0);
    const cellOf = (text: string) => {
      const at = given.indexOf(text);
      return isMissing[at] ? nothing * (1 + (at + 1) / 4096) : at - 40;
    };
    const labels = given.map((text, at): [number, string] => [isMissing[at] ? firstMissing + at : at - 40, text]);
    return {...numbers("%8.0g", cellOf), labels};
  }

  #texts(named: Named, variable: number, texts: readonly string[], pick: Pick): DtaVariable {
    const width = Math.max(1, ...texts.map((text) => Buffer.byteLength(text)));
    const rest = {...named, format: "%9s", labels: []};
    if (width <= 2045 && pick(3) > 0) return {...rest, type: width, cells: texts.map((text) => filled(text, width))};
    const longTexts = texts.flatMap((text, row): [number, string][] => (text === "" ? [] : [[row + 1, text]]));
    const split = this.#release === "118" ? 2 : 3;
    const reference = (row: number) => Buffer.concat([this.#uint(variable, split), this.#uint(row, 8 - split)]);
    const cells = texts.map((text, row) => (text === "" ? Buffer.alloc(8) : reference(row + 1)));
    return {...rest, type: longText, cells, longTexts};
  }

  #longTexts({longTexts}: DtaVariable, variable: number): Buffer[] {
    return longTexts.map(([row, text]) => {
      const bytes = Buffer.from(`${text}\0`);
      const numbers = [this.#uint(variable, 4), this.#uint(row, 8)];
      return Buffer.concat([Buffer.from("GSO"), ...numbers, Buffer.of(130), this.#uint(bytes.length, 4), bytes]);
    });
  }

  #labels({name, labels}: DtaVariable): Buffer[] {
    if (labels.length === 0) return [];
    const texts = labels.map(([, label]) => Buffer.from(`${label}\0`));
    const starts = texts.map((_, at) => texts.slice(0, at).reduce((sum, {length}) => sum + length, 0));
    const content = Buffer.concat([
      this.#uint(labels.length, 4),
      this.#uint(Buffer.concat(texts).length, 4),
      ...starts.map((start) => this.#uint(start, 4)),
      ...labels.map(([value]) => this.#uint(value >>> 0, 4)),
      ...texts,
    ]);
    return [between("lbl", this.#uint(content.length, 4), filled(name, nameLength), Buffer.alloc(3), content)];
  }

  #uint(number: number, length: number): Buffer {
    const bytes = Buffer.alloc(8);
    bytes.writeBigUInt64LE(BigInt(number));
    const taken = bytes.subarray(0, length);
    return this.#isLittle ? taken : taken.reverse();
  }

  #float(number: number): Buffer {
    const bytes = Buffer.alloc(8);
    bytes.writeDoubleLE(number);
    return this.#isLittle ? bytes : bytes.reverse();
  }
}

type Named = Omit<DtaVariable, "type" | "format" | "labels" | "cells">;

/** A text and NULs after it. */
function filled(text: string, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  bytes.write(text);
  return bytes;
}

function between(tag: string, ...parts: (Buffer | string)[]): Buffer {
  return Buffer.concat([`<${tag}>`, ...parts, `</${tag}>`].map((part) => Buffer.from(part as string)));
}
