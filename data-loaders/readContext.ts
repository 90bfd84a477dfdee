import {z} from "zod";
import type {Context, ContextRecord, ContextValue} from "../src/lib/context.js";
import {checkCoding, codingFile, figuresFile} from "./checkCoding.js";
import type {SourceReader} from "./readSource.js";
import {bothLanguages, checkUnique, parseJson, readJsonTable} from "./readTable.js";

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
export type Collected = z.infer<typeof collected>;

const codedText = <T extends string>(codes: readonly [T, ...T[]]) => bothLanguages.safeExtend({code: z.enum(codes)});

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

export type CodedRecord = z.infer<typeof codedRecord>;

const codedValue = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "not an id in kebab case"),
  record: z.string(),
  field: z.string(),
  words: z.string().min(1).optional(),
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
export type CodedValue = z.infer<typeof codedValue>;

/**
 * What other surveys state: records as collected, joined with our coding of them.
 *
 * @throws InputError when the two do not agree, value by value
 */
export function readContext(read: SourceReader): Context {
  const figures = readJsonTable(read(figuresFile), figuresFile, collected);
  const {records, values} = readCoding(read(codingFile));
  checkUnique(figures, figuresFile, "id");
  checkUnique(records, codingFile, "id");
  checkUnique(values, codingFile, "id");
  checkCoding(figures, {records, values});
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  return {
    records: records.map((record) => join(record, byId.get(record.id) as Collected)),
    values: values.map(({field: _, words: __, ...value}): ContextValue => value),
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
