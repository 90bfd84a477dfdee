import {isoDate, isoDateTime, isoTime} from "../text/isoTime.js";
import {plainNumber} from "../text/plainNumber.js";

/** Seconds from the first day of the Gregorian calendar, from which the format counts, to 1970. */
const secondsTo1970 = 12_219_379_200;

/** Codes of print formats: DATE, ADATE, JDATE, MOYR, QYR, WKYR, EDATE, SDATE. */
const dateFormats = new Set([20, 23, 24, 28, 29, 30, 38, 39]);
/** DATETIME, YMDHMS. */
const dateTimeFormats = new Set([22, 41]);
/** TIME, DTIME, MTIME. */
const timeFormats = new Set([21, 25, 40]);

/**
 * A number as text in its print format: dates and times as ISO 8601, anything else as the shortest text that gives the
 * same number. Decimals beyond the format are kept.
 *
 * @param format code of the print format
 */
export function textOfNumber(value: number, format: number): string {
  const milliseconds = (value - secondsTo1970) * 1000;
  if (dateTimeFormats.has(format)) return isoDateTime(milliseconds) ?? plainNumber(value);
  if (dateFormats.has(format)) return isoDate(milliseconds) ?? plainNumber(value);
  return timeFormats.has(format) ? isoTime(value * 1000) : plainNumber(value);
}
