import type {Bytes} from "../bytes.js";
import {type DtaHeader, readBetween} from "./dtaLayout.js";

/** A variable as it stands in the file. Texts are bytes read as Latin-1, for the encoding is told from all of them. */
export interface DtaVariable {
  name: string;
  /** Code of the type: 1 to 2045 are the bytes of a text, 32768 a long text, 65526 to 65530 numbers. */
  type: number;
  format: string;
  /** The name of its set of value labels; "" when it has none. */
  labels: string;
  label: string;
}

/** Entries of the map that says where each part begins. Parts follow one another, so that it is not needed. */
const mapEntries = 14;

/** Reads all that stands before the data. */
export function readDtaVariables(bytes: Bytes, {layout, variables}: DtaHeader): DtaVariable[] {
  const {isTagged} = layout;
  const part = <T>(name: string, read: () => T) => (isTagged ? readBetween(bytes, name, read) : read());
  const perVariable = <T>(name: string, read: () => T) => part(name, () => listOf(variables, read));
  if (isTagged) part("map", () => bytes.take(8 * mapEntries));
  const types = perVariable("variable_types", () =>
    isTagged ? bytes.uint(2) : typeOf(bytes.uint8(), Number(layout.release)),
  );
  const names = perVariable("varnames", () => textIn(bytes.take(layout.name)));
  part("sortlist", () => bytes.take(layout.sorting * (variables + 1)));
  const formats = perVariable("formats", () => textIn(bytes.take(layout.format)));
  const labelSets = perVariable("value_label_names", () => textIn(bytes.take(layout.name)));
  const labels = perVariable("variable_labels", () => textIn(bytes.take(layout.label)));
  if (isTagged) part("characteristics", () => skipCharacteristics(bytes));
  else skipExpansion(bytes, Number(layout.release));
  return names.map((name, at) => ({
    name,
    type: types[at],
    format: formats[at],
    labels: labelSets[at],
    label: labels[at],
  }));
}

/** Letters that stand for types up to release 110; the length of a text follows 127. */
const letters: Readonly<Record<string, number>> = {b: 65_530, i: 65_529, l: 65_528, f: 65_527, d: 65_526};
const lengthFrom = 127;
/** Up to release 115 numbers are types 251 to 255, in the order of 65530 to 65526. */
const lastText = 244;

/** The code that release 117 has for a type of an older one. */
function typeOf(code: number, release: number): number {
  if (release > 110) return code > lastText ? 65_526 + 255 - code : code;
  return letters[String.fromCharCode(code)] ?? code - lengthFrom;
}

/** Each item takes bytes, so that a damaged count ends with the file. */
function listOf<T>(count: number, read: () => T): T[] {
  const items: T[] = [];
  while (items.length < count) items.push(read());
  return items;
}

/** A text in a field: up to the first NUL, what follows has no meaning. */
export function textIn(field: Buffer): string {
  const end = field.indexOf(0);
  return field.toString("latin1", 0, end < 0 ? field.length : end);
}

/** What later releases keep as characteristics: items of a kind, their length and so many bytes, up to one of kind 0. */
function skipExpansion(bytes: Bytes, release: number): void {
  for (let kind = -1; kind !== 0; ) {
    kind = bytes.uint8();
    bytes.take(bytes.uint(release < 110 ? 2 : 4));
  }
}

/** Notes, and what programs keep for themselves. */
function skipCharacteristics(bytes: Bytes): void {
  while (bytes.peek(4).toString("latin1") === "<ch>") readBetween(bytes, "ch", () => bytes.take(bytes.uint(4)));
}
