import type {SchemaElement} from "hyparquet";
import {isoDate, isoDateTime, isoTime} from "../text/isoTime.js";
import {plainFloat, plainNumber} from "../text/plainNumber.js";
import {CellDecoder} from "../text/textDecoder.js";
import type {Stored} from "./pageValues.js";

/** A stored value's text. @throws Error when it has a NUL */
export type ValueText = (value: Stored) => string;

const perSecond = {MILLIS: 1000n, MICROS: 1_000_000n, NANOS: 1_000_000_000n} as const;
type Unit = keyof typeof perSecond;

const millisecondsPerDay = 86_400_000;
const nanosecondsPerDay = 86_400_000_000_000n;
/** The Julian day on which 1970 began. */
const dayOf1970 = 2_440_588n;

const textTypes = new Set(["UTF8", "STRING", "ENUM", "JSON"]);
const refused = new Set(["BSON", "INTERVAL", "GEOMETRY", "GEOGRAPHY", "VARIANT", "FLOAT16"]);

/**
 * How values of a column are spelt; null when its type is not read. NaN, which some write for nothing, is "".
 *
 * @param decoder of texts; it counts those that are not UTF-8
 */
export function valueTextOf(element: SchemaElement, decoder = new CellDecoder("utf-8")): ValueText | null {
  const {type, converted_type: converted, logical_type: logical} = element;
  const kind = logical?.type ?? converted ?? "";
  if (refused.has(kind)) return null;
  if (kind === "DECIMAL") return decimalText(logical?.type === "DECIMAL" ? logical.scale : (element.scale ?? 0));
  if (type === "BYTE_ARRAY") return kind === "" || textTypes.has(kind) ? utf8Text(decoder) : null;
  if (type === "FIXED_LEN_BYTE_ARRAY") return kind === "UUID" ? uuidText : null;
  if (type === "BOOLEAN") return (value) => (value ? "TRUE" : "FALSE");
  if (type === "FLOAT") return (value) => (Number.isNaN(value) ? "" : plainFloat(Number(value)));
  if (type === "DOUBLE") return (value) => (Number.isNaN(value) ? "" : plainNumber(Number(value)));
  if (type === "INT96") return julianText;
  return textOfInteger(element);
}

function textOfInteger({type, converted_type: converted, logical_type: logical}: SchemaElement): ValueText {
  if (logical?.type === "DATE" || converted === "DATE") {
    return (value) => isoDate(Number(value) * millisecondsPerDay) ?? String(value);
  }
  if (logical?.type === "TIMESTAMP") return momentText(logical.unit, logical.isAdjustedToUTC ? "Z" : "");
  if (logical?.type === "TIME") return timeText(logical.unit);
  const [kind, unit] = converted?.split("_") ?? [];
  if (kind === "TIMESTAMP") return momentText(unit as Unit, "");
  if (kind === "TIME") return timeText(unit as Unit);
  const isUnsigned = kind === "UINT" || (logical?.type === "INTEGER" && !logical.isSigned);
  if (!isUnsigned) return String;
  return (value) => String(BigInt.asUintN(type === "INT64" ? 64 : 32, integer(value)));
}

const integer = (value: Stored): bigint => (typeof value === "bigint" ? value : BigInt(Number(value)));

/** Seconds as ISO 8601, and as many decimals as are not zero. */
function momentText(unit: Unit, zone: string): ValueText {
  const factor = perSecond[unit];
  return (value) => {
    const count = integer(value);
    const part = ((count % factor) + factor) % factor;
    const seconds = isoDateTime(Number((count - part) / factor) * 1000);
    const decimals = String(part + factor)
      .slice(1)
      .replace(/0+$/, "");
    return seconds === null ? String(value) : `${seconds}${decimals && `.${decimals}`}${zone}`;
  };
}

const timeText =
  (unit: Unit): ValueText =>
  (value) =>
    isoTime(Number(value) / (Number(perSecond[unit]) / 1000));

const nanosecondText = momentText("NANOS", "");

/** Nanoseconds of a day in eight bytes, and before them the Julian day. */
function julianText(value: Stored): string {
  const [day, time] = [integer(value) >> 64n, BigInt.asUintN(64, integer(value))];
  return nanosecondText((day - dayOf1970) * nanosecondsPerDay + time);
}

/** All digits: a float would lose some. */
function decimalText(scale: number): ValueText {
  return (value) => {
    const number = value instanceof Uint8Array ? signedNumber(value) : integer(value);
    const digits = String(number < 0n ? -number : number).padStart(scale + 1, "0");
    const [whole, part] = [digits.slice(0, digits.length - scale), digits.slice(digits.length - scale)];
    const decimals = scale > 0 ? part.replace(/0+$/, "") : "";
    return `${number < 0n ? "-" : ""}${whole}${decimals && `.${decimals}`}`;
  };
}

function signedNumber(bytes: Uint8Array): bigint {
  return BigInt.asIntN(8 * bytes.length, BigInt(`0x0${Buffer.from(bytes).toString("hex")}`));
}

function utf8Text(decoder: CellDecoder): ValueText {
  return (value) => {
    const text = decoder.decode(value as Uint8Array);
    if (text.includes("\0")) throw new Error("NUL in a text");
    return text;
  };
}

function uuidText(value: Stored): string {
  return Buffer.from(value as Uint8Array)
    .toString("hex")
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
