import {describe, expect, it} from "vitest";
import {textOfNumber} from "./savText.js";

/** 1 March 2011, in seconds since 14 October 1582. */
const day = 13_518_316_800;

describe("textOfNumber(value, format)", () => {
  it.each([
    [1, 5, "1"],
    [1.5, 5, "1.5"],
    [0.1, 5, "0.1"],
    [day, 20, "2011-03-01"],
    [day + 1, 20, "2011-03-01T00:00:01"],
    [day, 22, "2011-03-01T00:00:00"],
    [3600, 21, "01:00:00"],
    [3, 26, "3"],
    [1e300, 20, plain(1e300)],
    [Number.NaN, 20, "NaN"],
  ])("%d in format %d is %s", (value, format, text) => expect(textOfNumber(value, format)).toBe(text));
});

function plain(value: number): string {
  return BigInt(value).toString();
}
