import {sum} from "d3";
import {InputError} from "../../inputs/inputError.js";
import type {Bytes} from "../bytes.js";
import {checkWidth} from "../checkNames.js";
import type {Measure} from "../rawTable.js";
import type {Decode} from "./encodingOfSav.js";
import {readList, type SavRecords, type VariableRecord} from "./readSavRecords.js";
import {textOfNumber} from "./savText.js";

/** A run of bytes in every case. */
export interface Place {
  start: number;
  length: number;
}

/** Values that a variable's maker declared missing. */
export interface UserMissing {
  numbers: readonly number[];
  /** Both ends belong to it. */
  range: readonly [number, number] | null;
  texts: readonly string[];
}

export interface SavVariable {
  name: string;
  label: string | null;
  /** Code of the print format, of a number; null for a text. */
  format: number | null;
  /** Where in a case it stands; a text of over 255 bytes stands in several places. */
  places: readonly Place[];
  userMissing: UserMissing;
  valueLabels: ReadonlyMap<string, string>;
  /** The name of eight letters by which records refer to it. */
  shortName: string;
  measure: Measure | null;
  /** Number of its variable record, from 1. */
  record: number;
}

/** What the dictionary's records are read with. */
export interface SavContext {
  bytes: Bytes;
  decode: Decode;
}

interface Slot {
  record: VariableRecord;
  /** Counted from 0 over all variable records, those that only continue a text too. */
  index: number;
}

const displays = 11;
const longNames = 13;
const veryLongTexts = 14;
const longTextLabels = 21;
const longTextMissing = 22;

/** A text longer than 255 bytes is stored as several; each but the last takes the room of 252 and holds 255. */
const roomOfSegment = 252;
const bytesOfSegment = 255;

/** The variables of a system file, with long names, labels and missing values put where they belong. */
export function savVariables(records: SavRecords, context: SavContext): SavVariable[] {
  const slots = slotsOf(records.variables, context.bytes.file);
  const nameOf = namesOf(records, context);
  const widths = pairsOf(records.extensions.get(veryLongTexts), context);
  const labels = labelsOfLongTexts(records, context);
  const missing = missingOfLongTexts(records, context);
  const measures = measuresOf(records, slots.length, context);
  const valueLabels = valueLabelsOf(records, context);
  const variables: SavVariable[] = [];
  for (let at = 0; at < slots.length; ) {
    const {record, index} = slots[at];
    const shortName = context.decode(record.name);
    const name = nameOf.get(shortName) ?? shortName;
    const width = Number(widths.get(shortName) ?? record.width);
    const segments = Math.max(1, Math.ceil(width > 255 ? width / roomOfSegment : 1));
    variables.push({
      name,
      label: record.label && (context.decode(record.label) || null),
      format: record.width === 0 ? record.format : null,
      places: placesOf(slots.slice(at, at + segments), width, {name, file: context.bytes.file}),
      userMissing: {...userMissingOf(record, context), ...(missing.has(name) && {texts: missing.get(name)})},
      shortName,
      measure: measures[at] ?? null,
      record: index + 1,
      valueLabels: withLabels(valueLabels(index, record), labels.get(name)),
    });
    at += segments;
  }
  return variables;
}

/** Records that begin a variable. */
function slotsOf(records: readonly VariableRecord[], file: string): Slot[] {
  const slots: Slot[] = [];
  for (let index = 0; index < records.length; ) {
    const record = records[index];
    const length = Math.max(1, Math.ceil(record.width / 8));
    const continued = records.slice(index + 1, index + length);
    if (record.width < 0 || continued.length < length - 1 || continued.some(({width}) => width !== -1)) {
      throw new InputError("variable records out of order in .sav file", {file, row: index + 1});
    }
    slots.push({record, index});
    index += length;
  }
  checkWidth(slots.length, file);
  if (slots.length === 0) throw new InputError("no variables in .sav file", {file});
  return slots;
}

function placesOf(slots: readonly Slot[], width: number, at: {name: string; file: string}): Place[] {
  if (width <= bytesOfSegment) return slots.map(({record, index}) => ({start: index * 8, length: record.width || 8}));
  const places = slots.map(({index}, segment) => ({
    start: index * 8,
    length: Math.max(0, Math.min(bytesOfSegment, width - segment * bytesOfSegment)),
  }));
  const isRight = slots.every(({record}, segment) => record.width >= places[segment].length);
  if (!isRight || sum(places, ({length}) => length) !== width) {
    throw new InputError("long text without all of its parts", {file: at.file, column: at.name});
  }
  return places;
}

function namesOf({extensions}: SavRecords, context: SavContext): Map<string, string> {
  return pairsOf(extensions.get(longNames), context);
}

const measureByCode = [null, "nominal", "ordinal", "scale"] as const;

/** Slot by slot; of each the record has two numbers or three, and says the measure first. */
function measuresOf({extensions}: SavRecords, slots: number, {bytes: {isLittleEndian}}: SavContext) {
  const content = extensions.get(displays) ?? Buffer.alloc(0);
  const step = content.length / slots;
  if (step !== 8 && step !== 12) return [];
  const numberAt = (at: number) => (isLittleEndian ? content.readInt32LE(at) : content.readInt32BE(at));
  return Array.from({length: slots}, (_, slot) => measureByCode[numberAt(slot * step)] ?? null);
}

/** `A=b` set apart by tabs, each perhaps with a NUL at its end. */
function pairsOf(content: Buffer | undefined, {decode}: SavContext): Map<string, string> {
  const pairs = decode(content ?? Buffer.alloc(0)).split("\t");
  return new Map(
    pairs
      .map((pair) => pair.replaceAll("\0", "").split("="))
      .filter(({length}) => length === 2)
      .map(([key, value]) => [key, value]),
  );
}

function userMissingOf(record: VariableRecord, {bytes: {isLittleEndian}, decode}: SavContext): UserMissing {
  const {width} = record;
  if (width > 0) return {numbers: [], range: null, texts: record.missing.map((field) => decode(textIn(field, width)))};
  const numbers = record.missing.map((field) => (isLittleEndian ? field.readDoubleLE() : field.readDoubleBE()));
  if (record.missingKind >= 0) return {numbers, range: null, texts: []};
  return {numbers: numbers.slice(2), range: [numbers[0], numbers[1]], texts: []};
}

/** A text in a field of eight bytes; after a shorter one PSPP writes NULs, others spaces. */
const textIn = (field: Buffer, width: number) => field.subarray(0, width);

/** Labels by variable record. Variables of the same kind that share a list of labels share what is made of it. */
function valueLabelsOf({valueLabels}: SavRecords, {bytes: {isLittleEndian}, decode}: SavContext) {
  const listsOf = new Map<number, Set<number>>();
  for (const [list, {variables}] of valueLabels.entries())
    for (const index of variables) {
      const lists = listsOf.get(index);
      if (lists) lists.add(list);
      else listsOf.set(index, new Set([list]));
    }
  const textOf = (value: Buffer, {width, format}: VariableRecord) =>
    width > 0
      ? decode(textIn(value, width))
      : textOfNumber(isLittleEndian ? value.readDoubleLE() : value.readDoubleBE(), format);
  const made = new Map<string, Map<string, string>>();
  return (index: number, record: VariableRecord): Map<string, string> => {
    const lists = [...(listsOf.get(index) ?? [])];
    const key = [Math.min(record.width, 8), record.format, ...lists].join();
    const known = made.get(key);
    if (known) return known;
    const all = lists.flatMap((list) => valueLabels[list].labels);
    const labels = new Map(all.map(({value, label}) => [textOf(value, record), decode(label)]));
    made.set(key, labels);
    return labels;
  };
}

const withLabels = (labels: Map<string, string>, others: Map<string, string> | undefined) =>
  others ? new Map([...labels, ...others]) : labels;

function labelsOfLongTexts({extensions}: SavRecords, context: SavContext): Map<string, Map<string, string>> {
  return readByName(extensions.get(longTextLabels), context, (fields) => {
    fields.int32();
    const text = () => context.decode(fields.copy(fields.int32()));
    return new Map(readList(fields, () => [text(), text()]));
  });
}

function missingOfLongTexts({extensions}: SavRecords, context: SavContext): Map<string, string[]> {
  return readByName(extensions.get(longTextMissing), context, (fields) => {
    const count = fields.uint8();
    const length = fields.int32();
    return Array.from({length: count}, () => context.decode(fields.copy(length)));
  });
}

/** Entries one after the other, each with the name of its variable first. */
function readByName<T>(
  content: Buffer | undefined,
  {bytes, decode}: SavContext,
  readEntry: (fields: Bytes) => T,
): Map<string, T> {
  const fields = bytes.within(content ?? Buffer.alloc(0));
  const entries = new Map<string, T>();
  while (fields.left > 0) entries.set(decode(fields.copy(fields.int32())), readEntry(fields));
  return entries;
}
