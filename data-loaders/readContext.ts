import {z} from "zod";
import type {Context, ContextRecord, ContextValue} from "../src/lib/context.js";
import {InputError} from "./inputError.js";
import type {SourceReader} from "./readSource.js";
import {bothLanguages, checkUnique, parseJson, readJsonTable} from "./readTable.js";

const figuresFile = "context/context-figures.json";
const codingFile = "context/coding.json";

/** A record as it was collected: one English text, one or several values, or none. */
const collected = z.strictObject({
  id: z.string().min(1),
  country: z.enum(["NO", "SE", "DK", "FI"]),
  year: z.int().min(2000).max(2030).nullable(),
  period: z.string(),
  value: z.number().min(0).nullable().optional(),
  percent: z.number().min(0).max(100).optional(),
  of: z.int().min(1).optional(),
  values: z.record(z.string(), z.number().min(0).nullable()).optional(),
  unit: z.string().nullable(),
  measures: z.string().min(1),
  base: z.string().nullable(),
  publisher: z.string().min(1),
  url: z.url(),
  also_seen: z.array(z.url()).optional(),
  confidence: z.string().min(1),
  comparability: z.string().optional(),
});
type Collected = z.infer<typeof collected>;

const codedText = <T extends string>(codes: readonly [T, ...T[]]) => bothLanguages.extend({code: z.enum(codes)});

const codedRecord = z.strictObject({
  id: z.string().min(1),
  by: z.string().min(1),
  publisher: bothLanguages,
  measures: bothLanguages,
  base: bothLanguages.nullable(),
  period: bothLanguages,
  confidence: codedText(["high", "medium"]),
  comparability: codedText(["near", "differs", "none"]),
});

const codedValue = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "not an id in kebab case"),
  record: z.string(),
  field: z.string(),
  value: z.number().min(0),
  valueUnit: z.enum([
    "percent",
    "municipalities",
    "countyAuthorities",
    "persons",
    "followers",
    "inhabitants",
    "millionMembers",
  ]),
  of: z.int().min(1).nullable(),
  count: z.int().min(0).nullable(),
  approximate: z.enum(["nearly", "about", "justOver", "over"]).nullable(),
  label: bothLanguages,
  country: z.enum(["NO", "SE", "DK", "FI"]),
  body: z.enum(["municipalities", "countyAuthorities", "stateAgencies", "residents", "employees"]),
  channel: z.enum(["any", "facebook", "twitter", "video", "chat", "blog", "instagram", "youtube", "notSpecific"]),
  definition: z.string(),
  date: z
    .string()
    .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, "not a date")
    .nullable(),
  series: z.string().nullable(),
  subgroup: z.boolean(),
});
type CodedValue = z.infer<typeof codedValue>;

/** Numbers that a record writes in words. */
const inWords: Record<number, RegExp> = {
  25: /over a quarter/,
  40: /four of ten/,
  50: /about half/,
  75: /three of four/,
  90: /9 of 10/,
};

/**
 * What other surveys state: records as collected, joined with our coding of them.
 *
 * @throws InputError when the two do not agree, value by value
 */
export function readContext(read: SourceReader): Context {
  const figures = readJsonTable(read(figuresFile), figuresFile, collected);
  const {records, values} = readCoding(read(codingFile));
  checkUnique(figures, figuresFile, "id");
  checkUnique(values, codingFile, "id");
  checkSameRecords(figures, records);
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  for (const value of values) checkAgainstRecord(value, byId.get(value.record));
  return {
    records: records.map((record) => join(record, byId.get(record.id) as Collected)),
    values: values.map(({field: _, ...value}): ContextValue => value),
  };
}

function readCoding(text: string) {
  const coding = parseJson(text, codingFile) as {records?: unknown; values?: unknown} | null;
  return {
    records: readJsonTable(JSON.stringify(coding?.records ?? null), codingFile, codedRecord),
    values: readJsonTable(JSON.stringify(coding?.values ?? null), codingFile, codedValue),
  };
}

function join({id, ...coded}: z.infer<typeof codedRecord>, {url, also_seen = []}: Collected): ContextRecord {
  return {id, ...coded, url, alsoSeen: also_seen};
}

function checkSameRecords(figures: readonly {id: string}[], records: readonly {id: string}[]): void {
  const coded = new Set(records.map(({id}) => id));
  const given = new Set(figures.map(({id}) => id));
  for (const {id} of figures)
    if (!coded.has(id)) throw new InputError("record is not coded", {file: codingFile, row: id});
  for (const {id} of records)
    if (!given.has(id)) throw new InputError("coded record does not exist", {file: codingFile, row: id});
}

function checkAgainstRecord(value: CodedValue, record: Collected | undefined): void {
  const at = {file: codingFile, row: value.id};
  if (!record) throw new InputError("unknown record", {...at, column: "record", value: value.record});
  if (!standsIn(value, record)) {
    throw new InputError(`value is not in the record’s ${value.field}`, {...at, column: "value", value: value.value});
  }
  if (value.country !== record.country) {
    throw new InputError("country is not the record’s", {...at, column: "country", value: value.country});
  }
  if (value.valueUnit === "percent" && value.value > 100) {
    throw new InputError("more than a hundred per cent", {...at, column: "value", value: value.value});
  }
  if (value.valueUnit !== "percent" && value.of !== null && value.value > value.of) {
    throw new InputError("more than it is out of", {...at, column: "of", value: value.of});
  }
  for (const column of ["of", "count"] as const) {
    const number = value[column];
    if (number !== null && !numbersIn(record).has(number)) {
      throw new InputError("number is not in the record", {...at, column, value: number});
    }
  }
}

function standsIn({field, value}: CodedValue, record: Collected): boolean {
  if (field === "value" || field === "percent") return record[field] === value;
  if (field.startsWith("values.")) return record.values?.[field.slice("values.".length)] === value;
  const text = (field === "measures" ? record.measures : field === "base" ? record.base : null) ?? "";
  return numbersOf(text).includes(value) || (inWords[value]?.test(text) ?? false);
}

/** Every number of a record, in fields and in text. */
function numbersIn({value, percent, of, values, measures, base}: Collected): Set<number> {
  const inFields = [value, percent, of, ...Object.values(values ?? {})].filter((number) => typeof number === "number");
  return new Set([...inFields, ...numbersOf(`${measures} ${base ?? ""}`)]);
}

/** Numbers in running text; a space between three digits groups them ("155 000"). */
function numbersOf(text: string): number[] {
  return (text.match(/\d+(?: \d{3})*(?:\.\d+)?/g) ?? []).map((digits) => Number(digits.replaceAll(" ", "")));
}
