import {InputError} from "../../inputs/inputError.js";
import type {Bytes} from "../bytes.js";

/** A variable record: a variable, or eight more bytes of the one before (`width` -1). */
export interface VariableRecord {
  /** 0: a number; else the bytes of a text. */
  width: number;
  name: Buffer;
  label: Buffer | null;
  /** Code of the print format: 5 is F, 20 DATE and so on. */
  format: number;
  /** As stored: negative for a range, with or without a single value after it. */
  missingKind: number;
  /** Eight bytes each. */
  missing: Buffer[];
}

/** Labels of values, and the variable records they are for, counted from 0. */
export interface ValueLabelRecord {
  labels: {value: Buffer; label: Buffer}[];
  variables: number[];
}

/** The dictionary as it stands in the file, its texts not yet decoded. */
export interface SavRecords {
  variables: VariableRecord[];
  valueLabels: ValueLabelRecord[];
  /** Extension records by subtype; what comes in several is joined. */
  extensions: Map<number, Buffer>;
}

/** Reads all records before the data. Layout: PSPP developers' manual, "System File Format". */
export function readSavRecords(bytes: Bytes): SavRecords {
  const records = {variables: [] as VariableRecord[], valueLabels: [] as ValueLabelRecord[]};
  const extensions = new Map<number, Buffer[]>();
  for (let type = bytes.int32(); type !== 999; type = bytes.int32()) {
    if (type === 2) records.variables.push(readVariable(bytes));
    else if (type === 3) records.valueLabels.push(readValueLabels(bytes));
    else if (type === 6) bytes.take(80 * bytes.int32());
    else if (type === 7) readExtension(bytes, extensions);
    else throw new InputError("unknown record in .sav file", {file: bytes.file, value: type});
  }
  bytes.int32();
  return {...records, extensions: new Map([...extensions].map(([subtype, parts]) => [subtype, Buffer.concat(parts)]))};
}

/** Of a record that only continues a text. */
const unnamed = Buffer.alloc(0);

function readVariable(bytes: Bytes): VariableRecord {
  const width = bytes.int32();
  const hasLabel = bytes.int32() !== 0;
  const missingKind = bytes.int32();
  const print = bytes.int32();
  bytes.int32();
  const eight = bytes.take(8);
  const name = width < 0 ? unnamed : Buffer.from(eight);
  if (width < -1 || width > 255) throw new InputError("variable of impossible width", {file: bytes.file, value: width});
  if (![0, 1, 2, 3, -2, -3].includes(missingKind)) {
    throw new InputError("variable with impossible missing values", {file: bytes.file, value: missingKind});
  }
  return {
    width,
    name,
    label: hasLabel ? bytes.copyPadded(bytes.int32(), 4) : null,
    format: (print >> 16) & 0xff,
    missingKind,
    missing: Array.from({length: Math.abs(missingKind)}, () => bytes.copy(8)),
  };
}

function readValueLabels(bytes: Bytes): ValueLabelRecord {
  const labels = readList(bytes, () => {
    const value = bytes.copy(8);
    const label = bytes.copyPadded(bytes.uint8(), 8, 1);
    return {value, label};
  });
  const type = bytes.int32();
  if (type !== 4) throw new InputError("value labels without variables in .sav file", {file: bytes.file, value: type});
  return {labels, variables: readList(bytes, () => bytes.int32() - 1)};
}

function readExtension(bytes: Bytes, extensions: Map<number, Buffer[]>): void {
  const subtype = bytes.int32();
  const size = bytes.int32();
  const content = bytes.copy(size * bytes.int32());
  const parts = extensions.get(subtype);
  if (parts) parts.push(content);
  else extensions.set(subtype, [content]);
}

/** A count, then as many items. Each takes bytes, so that a damaged count ends with the file. */
export function readList<T>(bytes: Bytes, readItem: () => T): T[] {
  const items: T[] = [];
  for (let left = bytes.int32(); left > 0; left--) items.push(readItem());
  return items;
}
