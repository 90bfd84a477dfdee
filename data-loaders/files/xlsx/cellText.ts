import {isoDate, isoDateTime, isoTime} from "../text/isoTime.js";
import {plainNumber} from "../text/plainNumber.js";
import type {NumberKind} from "./numberFormat.js";
import {unescapeText} from "./unescapeText.js";

/** What cells refer to. */
export interface CellContext {
  strings: readonly string[];
  kinds: readonly NumberKind[];
  isFrom1904: boolean;
}

/** A cell as it stands in the file. */
export interface Cell {
  /** Its type: s, str, inlineStr, b, e, d; n or nothing for a number. */
  type: string | undefined;
  style: string | undefined;
  isFormula: boolean;
  /** Its value's text; null when there is none. */
  value: string | null;
}

const millisecondsPerDay = 86_400_000;
/** The day that Excel counts 25,569 from 1900 on, and 24,107 from 1904 on. */
const daysTo1970 = 25_569;
const daysTo1970From1904 = 24_107;

/**
 * A cell's text: numbers as the shortest text, dates and times as ISO 8601, TRUE or FALSE, an error as it is shown, of a
 * formula the result that was stored.
 *
 * @throws Error saying what is wrong with the cell
 */
export function cellText({type, style, isFormula, value}: Cell, context: CellContext): string {
  if (isFormula && !value && (type !== "str" || value === null)) {
    throw new Error("formula without its result: open the file in a spreadsheet program and save it");
  }
  if (value === null || (value === "" && type !== "inlineStr")) return "";
  if (type === "s") return sharedString(value, context.strings);
  if (type === "str" || type === "inlineStr") return unescapeText(value);
  if (type === "b") return value === "1" || value === "true" ? "TRUE" : "FALSE";
  if (type === "e" || type === "d") return value;
  if (type !== undefined && type !== "n") throw new Error("cell of unknown type");
  return numberText(value, context.kinds[Number(style ?? 0)] ?? "number", context.isFrom1904);
}

function sharedString(value: string, strings: readonly string[]): string {
  const string = strings[Number(value)];
  if (string === undefined) throw new Error("cell that refers to no text");
  return string;
}

function numberText(value: string, kind: NumberKind, isFrom1904: boolean): string {
  const number = Number(value);
  if (!Number.isFinite(number)) throw new Error("cell that is no number");
  if (kind === "number") return plainNumber(number);
  if (kind === "duration" || (kind === "time" && number < 1)) return isoTime(number * millisecondsPerDay);
  const milliseconds = (number - (isFrom1904 ? daysTo1970From1904 : daysTo1970)) * millisecondsPerDay;
  return (kind === "date" ? isoDate(milliseconds) : isoDateTime(milliseconds)) ?? plainNumber(number);
}
