import {dateOfPeriod} from "../dateOfPeriod.js";
import {InputError} from "../inputError.js";
import {checkKnown} from "../readTable.js";
import type {CodedRecord, CodedValue, Collected} from "../schemas/context.js";
import {isSameNumbers, numbersOf} from "./numbersOf.js";

export const figuresFile = "context/context-figures.json";
export const codingFile = "context/coding.json";

/** Percentages that a record writes in words. */
const inWords: Record<string, number> = {"over a quarter": 25, "four of ten": 40, "three of four": 75, "9 of 10": 90};

/** A record's unit in our code; what counts several kinds of thing has none. */
const unitCodes: Record<string, CodedValue["valueUnit"]> = {
  percent: "percent",
  persons: "persons",
  followers: "followers",
  municipalities: "municipalities",
  "county authorities": "countyAuthorities",
  "million members": "millionMembers",
};

/**
 * Two files tell of the same numbers: what was collected, and our coding of it. Each proves the other.
 *
 * @throws InputError where they do not agree, value by value
 */
export function checkCoding(
  figures: readonly Collected[],
  {records, values}: {records: readonly CodedRecord[]; values: readonly CodedValue[]},
): void {
  checkSameRecords(figures, records);
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  for (const record of records) checkPeriod(record, byId.get(record.id) as Collected);
  for (const value of values) checkAgainstRecord(value, recordOf(value, byId));
  for (const figure of figures) checkAllCoded(figure, values);
}

function checkSameRecords(figures: readonly {id: string}[], records: readonly {id: string}[]): void {
  const [given, coded] = [figures, records].map((each) => each.map(({id}) => id));
  for (const row of given)
    if (!coded.includes(row)) throw new InputError("record is not coded", {file: codingFile, row});
  for (const row of coded)
    checkKnown("coded record does not exist", [row], given, {file: codingFile, row, column: "id"});
}

function checkPeriod({id: row, period}: CodedRecord, record: Collected): void {
  const at = {file: codingFile, row, column: "period.en", value: period.en};
  if (!isSameNumbers(period.en, record.period)) throw new InputError("period has other numbers than the record’s", at);
  const date = dateOfPeriod(record.period);
  if (date !== null && !date.startsWith(String(record.year)))
    throw new InputError("year is not the period’s", {file: figuresFile, row, column: "year", value: record.year});
}

/** The record that a value names, in a field that the record has. */
function recordOf({id: row, record: value, field}: CodedValue, records: ReadonlyMap<string, Collected>): Collected {
  const at = {file: codingFile, row};
  checkKnown("unknown record", [value], records.keys(), {...at, column: "record"});
  const record = records.get(value) as Collected;
  checkKnown("unknown field of a record", [field], fieldsOf(record), {...at, column: "field"});
  return record;
}

/** What a record may hold a number in, and its other fields. */
function fieldsOf(record: Collected): string[] {
  return ["value", "percent", ...Object.keys(record), ...Object.keys(prefixed(record.values ?? {}))];
}

function checkAgainstRecord(value: CodedValue, record: Collected): void {
  const {valueUnit, of} = value;
  const unit = value.field === "percent" ? "percent" : unitCodes[record.unit ?? ""];
  const check = (column: keyof CodedValue, isRight: boolean, defect: string) => {
    if (!isRight) throw new InputError(defect, {file: codingFile, row: value.id, column, value: value[column]});
  };
  check("value", standsIn(value, record), `value is not in the record’s ${value.field}`);
  check("country", value.country === record.country, "country is not the record’s");
  check("valueUnit", isFromText(value) || unit === undefined || valueUnit === unit, "unit is not the record’s");
  check("date", value.date === dateIn(value, record), "date is not the record’s");
  check("value", valueUnit !== "percent" || value.value <= 100, "more than a hundred per cent");
  check("of", valueUnit === "percent" || of === null || value.value <= of, "more than it is out of");
  checkNumber("of", value, {given: value.field === "value" ? record.of : undefined, read: ofIn(value, record)});
  checkNumber("count", value, {
    given: value.field === "percent" ? record.value : undefined,
    read: countIn(value, record),
  });
}

/** A number beside the value: as the record reads, and not left out where the record gives it in a field of its own. */
function checkNumber(
  column: "of" | "count",
  coded: CodedValue,
  {given, read}: {given: number | null | undefined; read: number | null | undefined},
): void {
  const number = coded[column];
  if (number === null ? (given ?? null) !== null : number !== (given ?? read)) {
    throw new InputError("number is not in the record", {file: codingFile, row: coded.id, column, value: number});
  }
}

/** Every number that a record gives in a field is coded, as a value or beside one. */
function checkAllCoded({id: row, value, percent, of, values = {}}: Collected, coded: readonly CodedValue[]): void {
  const known = new Set(
    coded.filter(({record}) => record === row).flatMap((each) => [each.value, each.of, each.count]),
  );
  const given = {value, percent, of, ...prefixed(values)};
  for (const [column, number] of Object.entries(given)) {
    if (typeof number === "number" && !known.has(number)) {
      throw new InputError("number is not coded", {file: figuresFile, row, column, value: number});
    }
  }
}

function prefixed(values: Record<string, number | null>): Record<string, number | null> {
  return Object.fromEntries(Object.entries(values).map(([name, number]) => [`values.${name}`, number]));
}

const isFromText = ({field}: CodedValue) => field === "measures" || field === "base";

/** A value from a text is coded with the words it stands in: the last number if it is a percentage, else the first. */
function standsIn({field, words = "", value, valueUnit}: CodedValue, record: Collected): boolean {
  if (field === "value" || field === "percent") return record[field] === value;
  if (field !== "measures" && field !== "base") return record.values?.[field.slice("values.".length)] === value;
  const numbers = words in inWords ? [inWords[words]] : numbersOf(words);
  return (record[field] ?? "").includes(words) && numbers.at(valueUnit === "percent" ? -1 : 0) === value;
}

/** Out of how many: the record's own number, else the first of its base, which is those that answered, or all. */
function ofIn({definition, value}: CodedValue, {of, base}: Collected): number {
  const [answered, asked] = numbersOf(base ?? "");
  return of ?? (definition === "surveyReach" ? asked : answered) ?? value;
}

/** The count behind a percentage: before it in its words, or those that answered. */
function countIn({definition, words = ""}: CodedValue, {base}: Collected): number | undefined {
  const [first, second] = numbersOf(definition === "surveyReach" ? (base ?? "") : words);
  return second === undefined ? undefined : first;
}

/** The period's date, else the record's year, or the year that the field says is earlier. */
function dateIn({field}: CodedValue, {period, year}: Collected): string | null {
  if (year === null) return null;
  return dateOfPeriod(period) ?? String(field.endsWith("two years earlier") ? year - 2 : year);
}
