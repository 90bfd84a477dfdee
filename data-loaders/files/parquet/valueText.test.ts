import type {SchemaElement} from "hyparquet";
import {describe, expect, it} from "vitest";
import type {Stored} from "./pageValues.js";
import {valueTextOf} from "./valueText.js";

type Kind = Omit<SchemaElement, "name">;

const textOf = (kind: Kind, value: Stored) => valueTextOf({name: "a", ...kind})?.(value);
/** Of 1 March 2011 at 08:05:09.5: nanoseconds of the day, and before them the Julian day. */
const julian = (2_455_622n << 64n) | 29_109_500_000_000n;

describe("valueTextOf(element)", () => {
  it.each<[Kind, Stored, string]>([
    [{type: "INT96"}, julian, "2011-03-01T08:05:09.5"],
    [{type: "INT32", converted_type: "UINT_32"}, -1, "4294967295"],
    [{type: "INT64", converted_type: "UINT_64"}, -1n, "18446744073709551615"],
    [{type: "INT32", converted_type: "INT_8"}, -1, "-1"],
    [{type: "INT64", converted_type: "TIMESTAMP_MILLIS"}, -1n, "1969-12-31T23:59:59.999"],
    [{type: "INT64", converted_type: "TIMESTAMP_MICROS"}, 1n, "1970-01-01T00:00:00.000001"],
    [{type: "INT64", converted_type: "TIMESTAMP_MILLIS"}, 10n ** 18n, "1000000000000000000"],
    [{type: "INT64", converted_type: "TIME_MICROS"}, 29_109_000_000n, "08:05:09"],
    [{type: "INT32", converted_type: "DATE"}, -1, "1969-12-31"],
    [{type: "INT32", converted_type: "DECIMAL", scale: 2}, -5, "-0.05"],
    [{type: "INT64", converted_type: "DECIMAL", scale: 0}, -5n, "-5"],
    [{type: "BYTE_ARRAY", converted_type: "DECIMAL", scale: 3}, Uint8Array.of(0xff, 0xfe), "-0.002"],
    [{type: "FIXED_LEN_BYTE_ARRAY", converted_type: "DECIMAL", scale: 1}, Uint8Array.of(0, 0xff), "25.5"],
    [{type: "BYTE_ARRAY"}, Buffer.from("ærlig"), "ærlig"],
    [{type: "BYTE_ARRAY", converted_type: "JSON"}, Buffer.from("[1]"), "[1]"],
    [{type: "DOUBLE"}, Number.NaN, ""],
    [{type: "DOUBLE"}, -0, "0"],
    [{type: "DOUBLE"}, Number.NEGATIVE_INFINITY, "-Infinity"],
    [{type: "FLOAT"}, Math.fround(0.3), "0.3"],
  ])("spells %j %s as %s", (kind, value, text) => expect(textOf(kind, value)).toBe(text));

  it.each<Kind>([
    {type: "FIXED_LEN_BYTE_ARRAY", converted_type: "INTERVAL"},
    {type: "FIXED_LEN_BYTE_ARRAY"},
    {type: "BYTE_ARRAY", converted_type: "BSON"},
  ])("does not read %j", (kind) => expect(valueTextOf({name: "a", ...kind})).toBeNull());

  it("keeps what can be read of a text that is not UTF-8, and throws at a NUL", () => {
    expect(textOf({type: "BYTE_ARRAY"}, Uint8Array.of(0x61, 0xff))).toBe("a\ufffd");
    expect(() => textOf({type: "BYTE_ARRAY"}, Uint8Array.of(0x61, 0))).toThrow("NUL in a text");
  });
});
