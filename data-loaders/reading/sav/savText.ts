const secondsPerDay = 86_400;
/** Seconds from the first day of the Gregorian calendar, from which the format counts, to 1970. */
const secondsTo1970 = 12_219_379_200;

const dateFormats = new Set([20, 23, 24, 28, 29, 30, 38, 39]);
const dateTimeFormats = new Set([22, 41]);
const timeFormats = new Set([21, 25, 40]);

/**
 * A number as text in its print format: dates and times as ISO 8601, anything else as the shortest text that gives the
 * same number. Decimals beyond the format are kept.
 *
 * @param format code of the print format
 */
export function textOfNumber(value: number, format: number): string {
  if (dateTimeFormats.has(format)) return dateTime(value) ?? String(value);
  if (dateFormats.has(format)) return date(value) ?? String(value);
  return timeFormats.has(format) ? time(value) : plain(value);
}

/** Whole numbers are written out, where others would have an exponent. */
function plain(value: number): string {
  return Number.isInteger(value) ? BigInt(value).toString() : String(value);
}

function date(seconds: number): string | null {
  return seconds % secondsPerDay === 0 ? (dateTime(seconds)?.slice(0, -"T00:00:00".length) ?? null) : dateTime(seconds);
}

function dateTime(seconds: number): string | null {
  const moment = new Date(Math.round((seconds - secondsTo1970) * 1000));
  if (Number.isNaN(moment.getTime())) return null;
  return moment.toISOString().replace(/(\.000)?Z$/, "");
}

/** Hours may be more than 23: the format holds lengths of time too. */
function time(seconds: number): string {
  const milliseconds = Math.round(Math.abs(seconds) * 1000);
  const two = (number: number) => String(number).padStart(2, "0");
  const whole = Math.floor(milliseconds / 1000);
  const rest = milliseconds % 1000;
  const clock = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60].map(two).join(":");
  return `${seconds < 0 ? "-" : ""}${clock}${rest ? `.${String(rest).padStart(3, "0")}` : ""}`;
}
