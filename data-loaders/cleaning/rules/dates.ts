import {variableOfType} from "../../../src/lib/respondents/codebook.js";
import {noAnswer} from "../../../src/lib/respondents/respondents.js";
import type {CleaningContext} from "../cleaningContext.js";
import type {Draft} from "../draft.js";

const clock = String.raw`(?:[ T,]+(?:kl\.? ?)?(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?(?: ?([AaPp])\.?[Mm]\.?)?(?:Z| ?(?:GMT|UTC)?(?:[+-]\d{1,2}(?::?\d{2})?)?)?)?`;
const isoForm = new RegExp(String.raw`^(\d{4})(?:-(\d{2})-(\d{2})|/(\d{1,2})/(\d{1,2}))${clock}$`);
const norwegianForm = new RegExp(String.raw`^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4}|\d{2})${clock}$`);
const slashForm = new RegExp(String.raw`^(\d{1,2})/(\d{1,2})[/-](\d{4}|\d{2})${clock}$`);
/** Days since 30 December 1899, as spreadsheets count them. */
const serialForm = /^\d{5}(?:[.,]\d+)?$/;

export function dates(draft: Draft, {codebook}: CleaningContext): void {
  const {name = ""} = variableOfType(codebook, "date") ?? {};
  draft.mapValues(name, (text) => isoMoment(text) ?? noAnswer, {
    rule: "date",
    isSame: (before, after) => after !== noAnswer && isPlain(before),
  });
  draft.mapValues(name, (text) => (isWithin(text, codebook.fieldwork) ? text : noAnswer), {rule: "fieldwork"});
}

interface Period {
  from: string;
  to: string;
}

const isWithin = (moment: string, {from, to}: Period) => moment.slice(0, 10) >= from && moment.slice(0, 10) <= to;

/** True of a text that is read as a day of fieldwork. */
export function isDateOfFieldwork(text: string, fieldwork: Period): boolean {
  const moment = isoMoment(text);
  return moment !== null && isWithin(moment, fieldwork);
}

/** Year, month and day, or day, month and year in full: no one reads them in two ways. */
function isPlain(text: string): boolean {
  return isoForm.test(text) || (norwegianForm.exec(text)?.[3].length ?? 0) === 4;
}

/** A day, or a day and a time, as ISO 8601 without a zone; null for no date, or one that can be read in two ways. */
export function isoMoment(text: string): string | null {
  const iso = isoForm.exec(text);
  if (iso) return moment(iso[1], iso[2] ?? iso[4], iso[3] ?? iso[5], iso.slice(6));
  const norwegian = norwegianForm.exec(text);
  if (norwegian) return moment(norwegian[3], norwegian[2], norwegian[1], norwegian.slice(4));
  const slash = slashForm.exec(text);
  if (slash) return slashMoment(slash);
  return serialForm.test(text) ? serialMoment(Number(text.replace(",", "."))) : null;
}

/** By slashes both day/month and month/day are in use: only one of them may be a date. */
function slashMoment([, first, second, year, ...time]: readonly string[]): string | null {
  if (first === second) return moment(year, first, second, time);
  const read = [moment(year, second, first, time), moment(year, first, second, time)].filter((each) => each !== null);
  return read.length === 1 ? read[0] : null;
}

function moment(
  year: string,
  month: string,
  day: string,
  [written, minute, second, half]: readonly (string | undefined)[],
): string | null {
  const [y, m, d] = [year.length === 2 ? 2000 + Number(year) : Number(year), Number(month), Number(day)];
  const date = new Date(Date.UTC(y, m - 1, d));
  if (date.getUTCFullYear() !== y || date.getUTCMonth() !== m - 1 || date.getUTCDate() !== d) return null;
  const isoDay = date.toISOString().slice(0, 10);
  if (written === undefined || minute === undefined) return isoDay;
  const hour = half === undefined ? written : ofDay(Number(written), half.toLowerCase() === "p");
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return null;
  return `${isoDay}T${hour.padStart(2, "0")}:${minute}${second === undefined ? "" : `:${second}`}`;
}

/** An hour of twelve as one of twenty-four; one that there is not, as 13 pm, stays beyond 23. */
const ofDay = (hour: number, isAfternoon: boolean) =>
  String(hour < 1 || hour > 12 ? 24 : (hour % 12) + (isAfternoon ? 12 : 0));

function serialMoment(serial: number): string {
  const iso = new Date(Date.UTC(1899, 11, 30) + Math.round(serial * 1440) * 60_000).toISOString();
  return Number.isInteger(serial) ? iso.slice(0, 10) : iso.slice(0, 16);
}
