import {isoDate, isoDateTime} from "../text/isoTime.js";
import {plainFloat, plainNumber} from "../text/plainNumber.js";

/** A type of numbers. */
export interface NumberType {
  /** Bytes of each. */
  width: number;
  read: (bytes: Buffer, at: number, isLittleEndian: boolean) => number;
  /** 0 for `.`, 1 to 26 for `.a` to `.z`, null for a number; NaN for what Stata does not have. */
  missing: (value: number) => number | null;
  isFloat?: true;
}

/** The greatest number of a type of whole numbers; above it are the 27 missing values. */
const above = (greatest: number) => (value: number) => (value > greatest ? value - greatest - 1 : null);

/** Above 2^127, or 2^1023, each missing value is by 1/4096 of that greater than the one before. */
const from = (power: number) => (value: number) => {
  if (Math.abs(value) < 2 ** power) return null;
  const place = (value / 2 ** power - 1) * 4096;
  return Number.isInteger(place) && place >= 0 && place <= 26 ? place : Number.NaN;
};

const numberTypes: Readonly<Record<number, NumberType>> = {
  65526: {
    width: 8,
    read: (bytes, at, isLittle) => (isLittle ? bytes.readDoubleLE(at) : bytes.readDoubleBE(at)),
    missing: from(1023),
  },
  65527: {
    width: 4,
    read: (bytes, at, isLittle) => (isLittle ? bytes.readFloatLE(at) : bytes.readFloatBE(at)),
    missing: from(127),
    isFloat: true,
  },
  65528: {
    width: 4,
    read: (bytes, at, isLittle) => (isLittle ? bytes.readInt32LE(at) : bytes.readInt32BE(at)),
    missing: above(2_147_483_620),
  },
  65529: {
    width: 2,
    read: (bytes, at, isLittle) => (isLittle ? bytes.readInt16LE(at) : bytes.readInt16BE(at)),
    missing: above(32_740),
  },
  65530: {width: 1, read: (bytes, at) => bytes.readInt8(at), missing: above(100)},
};

/** Up to release 112 the one missing value is the first above the greatest number, which is the greatest of the type. */
const onlyMissing: Readonly<Record<number, number>> = {
  65526: 2 ** 1023,
  65527: 2 ** 127,
  65528: 2_147_483_647,
  65529: 32_767,
  65530: 127,
};

/** The type of numbers that a code stands for; undefined for texts. */
export function numberTypeOf(code: number, release = "117"): NumberType | undefined {
  const type = numberTypes[code];
  if (!type || release > "112") return type;
  return {...type, missing: (value) => (value === onlyMissing[code] ? 0 : null)};
}

/** The missing value of a label's number. */
export const missingOfLabel = numberTypes[65528].missing;

/** "" for `.`, and `.a` to `.z`. */
export const textOfMissing = (place: number) => (place === 0 ? "" : `.${String.fromCharCode(96 + place)}`);

const millisecondsPerDay = 86_400_000;
/** Stata counts from 1960. */
const dayOf1960 = -3653;
const yearOf1960 = 1960;

const ofDay = (days: number) => isoDate((days + dayOf1960) * millisecondsPerDay);
const ofMonth = (months: number) => (Number.isInteger(months) ? isoDate(Date.UTC(yearOf1960, months)) : null);
/** A year has 52 weeks for Stata, the last of eight or nine days. */
function ofWeek(weeks: number): string | null {
  const year = Math.floor(weeks / 52);
  return Number.isInteger(weeks) ? isoDate(Date.UTC(yearOf1960 + year, 0, 1 + 7 * (weeks - 52 * year))) : null;
}

/** By the letter of a date's format. `%tC` counts leap seconds, and stays the number that it is; so do years. */
const dates: Readonly<Record<string, (value: number) => string | null>> = {
  d: ofDay,
  c: (milliseconds) => isoDateTime(milliseconds + dayOf1960 * millisecondsPerDay),
  w: ofWeek,
  m: ofMonth,
  q: (quarters) => ofMonth(3 * quarters),
  h: (halves) => ofMonth(6 * halves),
};

/**
 * A number as text in its display format: dates and times as ISO 8601, of weeks, months, quarters and halves the first
 * day; anything else as the shortest text that gives the same number.
 */
export function textOfNumber(value: number, {format, isFloat}: {format: string; isFloat?: boolean}): string {
  const letter = /^%-?(?:t([a-zC])|d)/.exec(format);
  const date = letter && dates[letter[1] ?? "d"]?.(value);
  return date || (isFloat ? plainFloat(value) : plainNumber(value));
}
