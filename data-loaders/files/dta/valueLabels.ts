import {InputError} from "../../inputs/inputError.js";
import type {Bytes} from "../bytes.js";
import {type DtaLayout, readBetween} from "./dtaLayout.js";
import {textIn} from "./dtaVariables.js";

/** Labels of whole numbers by the name of their set; texts are bytes read as Latin-1. */
export type LabelSets = ReadonlyMap<string, readonly (readonly [number, string])[]>;

export function readValueLabels(bytes: Bytes, layout: DtaLayout): LabelSets {
  return layout.isTagged ? readTagged(bytes, layout) : readToTheEnd(bytes, layout);
}

/** The least bytes that a set takes beside its name. */
const leastOfSet = 15;

function readToTheEnd(bytes: Bytes, layout: DtaLayout): LabelSets {
  const sets = new Map<string, [number, string][]>();
  while (bytes.left >= layout.name + leastOfSet) readSet(bytes, layout, sets);
  return sets;
}

function readSet(bytes: Bytes, layout: DtaLayout, sets: Map<string, [number, string][]>): void {
  const length = bytes.uint(4);
  const name = textIn(bytes.take(layout.name));
  bytes.take(3);
  sets.set(name, readTable(bytes.within(bytes.copy(length)), name));
}

function readTagged(bytes: Bytes, layout: DtaLayout): LabelSets {
  return readBetween(bytes, "value_labels", () => {
    const sets = new Map<string, [number, string][]>();
    while (bytes.peek(5).toString("latin1") === "<lbl>") {
      readBetween(bytes, "lbl", () => readSet(bytes, layout, sets));
    }
    return sets;
  });
}

/** Two numbers, the places of the texts, the values, then all texts one after the other. */
function readTable(table: Bytes, column: string): [number, string][] {
  const count = table.uint(4);
  const length = table.uint(4);
  if (table.left !== 8 * count + length) throw new InputError("damaged value labels", {file: table.file, column});
  const places = Array.from({length: count}, () => table.uint(4));
  const values = Array.from({length: count}, () => table.int32());
  const texts = table.copy(length);
  let used = 0;
  return values.map((value, at) => {
    const text = textIn(texts.subarray(places[at]));
    // Each has its own place: a file in which all were the rest of it would take all memory.
    used += text.length;
    if (places[at] >= length || used > length)
      throw new InputError("damaged value labels", {file: table.file, column, value});
    return [value, text];
  });
}
