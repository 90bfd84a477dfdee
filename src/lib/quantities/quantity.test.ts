import {describe, expect, it} from "vitest";
import {roundingRange} from "./quantity.js";

describe("roundingRange(percent)", () => {
  it("leaves half a percentage point to each side of a whole per cent", () => {
    expect(roundingRange(58).low).toBeCloseTo(0.575, 12);
    expect(roundingRange(58).high).toBeCloseTo(0.585, 12);
  });

  it("leaves half a tenth to each side of a per cent with one decimal", () => {
    expect(roundingRange(63.6).low).toBeCloseTo(0.6355, 12);
    expect(roundingRange(63.6).high).toBeCloseTo(0.6365, 12);
  });

  it("goes neither below none nor above all", () => {
    expect(roundingRange(0)).toEqual({low: 0, high: 0.005});
    expect(roundingRange(100)).toEqual({low: 0.995, high: 1});
  });
});
