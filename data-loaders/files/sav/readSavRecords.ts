import {InputError} from "../../inputs/inputError.js";
import type {FieldReader} from "./fieldReader.js";

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
export function readSavRecords(fields: FieldReader, file: string): SavRecords {
  const records: SavRecords = {variables: [], valueLabels: [], extensions: new Map()};
  for (let type = fields.int32(); type !== 999; type = fields.int32()) {
    if (type === 2) records.variables.push(readVariable(fields, file));
    else if (type === 3) records.valueLabels.push(readValueLabels(fields, file));
    else if (type === 6) fields.bytes.take(80 * fields.int32());
    else if (type === 7) readExtension(fields, records.extensions);
    else throw new InputError("unknown record in .sav file", {file, value: type});
  }
  fields.int32();
  return records;
}

function readVariable(fields: FieldReader, file: string): VariableRecord {
  const width = fields.int32();
  const hasLabel = fields.int32() !== 0;
  const missingKind = fields.int32();
  const print = fields.int32();
  fields.int32();
  const name = fields.copy(8);
  if (width < -1 || width > 255) throw new InputError("variable of impossible width", {file, value: width});
  if (![0, 1, 2, 3, -2, -3].includes(missingKind)) {
    throw new InputError("variable with impossible missing values", {file, value: missingKind});
  }
  return {
    width,
    name,
    label: hasLabel ? fields.copyPadded(fields.int32(), 4) : null,
    format: (print >> 16) & 0xff,
    missingKind,
    missing: Array.from({length: Math.abs(missingKind)}, () => fields.copy(8)),
  };
}

function readValueLabels(fields: FieldReader, file: string): ValueLabelRecord {
  const labels = readList(fields, () => {
    const value = fields.copy(8);
    const label = fields.copyPadded(fields.uint8(), 8, 1);
    return {value, label};
  });
  const type = fields.int32();
  if (type !== 4) throw new InputError("value labels without variables in .sav file", {file, value: type});
  return {labels, variables: readList(fields, () => fields.int32() - 1)};
}

function readExtension(fields: FieldReader, extensions: Map<number, Buffer>): void {
  const subtype = fields.int32();
  const size = fields.int32();
  const content = fields.copy(size * fields.int32());
  extensions.set(subtype, Buffer.concat([extensions.get(subtype) ?? Buffer.alloc(0), content]));
}

/** A count, then as many items. Each takes bytes, so that a damaged count ends with the file. */
export function readList<T>(fields: FieldReader, readItem: () => T): T[] {
  const items: T[] = [];
  for (let left = fields.int32(); left > 0; left--) items.push(readItem());
  return items;
}
