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
  const perVariable = <T>(part: string, read: () => T) => readBetween(bytes, part, () => listOf(variables, read));
  readBetween(bytes, "map", () => bytes.take(8 * mapEntries));
  const types = perVariable("variable_types", () => bytes.uint(2));
  const names = perVariable("varnames", () => textIn(bytes.take(layout.name)));
  readBetween(bytes, "sortlist", () => bytes.take(layout.sorting * (variables + 1)));
  const formats = perVariable("formats", () => textIn(bytes.take(layout.format)));
  const labelSets = perVariable("value_label_names", () => textIn(bytes.take(layout.name)));
  const labels = perVariable("variable_labels", () => textIn(bytes.take(layout.label)));
  readBetween(bytes, "characteristics", () => skipCharacteristics(bytes));
  return names.map((name, at) => ({
    name,
    type: types[at],
    format: formats[at],
    labels: labelSets[at],
    label: labels[at],
  }));
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

/** Notes, and what programs keep for themselves. */
function skipCharacteristics(bytes: Bytes): void {
  while (bytes.peek(4).toString("latin1") === "<ch>") readBetween(bytes, "ch", () => bytes.take(bytes.uint(4)));
}
