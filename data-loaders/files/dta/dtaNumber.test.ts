import {describe, expect, it} from "vitest";
import {numberTypeOf, textOfMissing, textOfNumber} from "./dtaNumber.js";

describe("textOfNumber(value, {format})", () => {
  it.each([
    [18_687, "%td", "2011-03-01"],
    [18_687, "%tdDD_Mon_CCYY", "2011-03-01"],
    [18_687, "%-td", "2011-03-01"],
    [18_687, "%d", "2011-03-01"],
    [18_687.5, "%td", "2011-03-01T12:00:00"],
    [-1, "%tm", "1959-12-01"],
    [614.5, "%tm", "614.5"],
    [-1, "%tw", "1959-12-24"],
    [1_614_586_000_000, "%tC", "1614586000000"],
    [2011, "%ty", "2011"],
    [1e300, "%td", BigInt(1e300).toString()],
    [3, "%8.0g", "3"],
  ])("of %d in %s is %s", (value, format, text) => expect(textOfNumber(value, {format})).toBe(text));
});

describe("the missing value of a number", () => {
  it.each([
    [65_530, 100, null],
    [65_530, 101, ""],
    [65_530, 127, ".z"],
    [65_529, 32_741, ""],
    [65_528, 2_147_483_622, ".a"],
    [65_527, 2 ** 127, ""],
    [65_527, 2 ** 127 * (1 + 26 / 4096), ".z"],
    [65_526, 2 ** 1023 * (1 + 1 / 4096), ".a"],
    [65_526, 8.9e307, null],
  ])("of type %d, %d, is %j", (type, value, text) => {
    const place = numberTypeOf(type)?.missing(value) ?? null;
    expect(place === null ? null : textOfMissing(place)).toBe(text);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 2 ** 1023 * 1.5])(
    "does not include %d",
    (value) => {
      expect(numberTypeOf(65_526)?.missing(value)).toBeNaN();
    },
  );
});
