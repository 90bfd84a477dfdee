import {describe, expect, it} from "vitest";
import {kish} from "./kish.js";

describe("kish", () => {
  it("of equal weights is the number of respondents", () => {
    expect(kish(Float64Array.of(2, 2, 2))).toEqual({
      respondents: 3,
      sum: 6,
      effectiveSize: 3,
      designEffect: 1,
      relativeVariance: 0,
    });
  });

  it("counts the respondents of each row", () => {
    expect(kish(Float64Array.of(1, 3), Float64Array.of(2, 1))).toEqual(kish(Float64Array.of(1, 1, 3)));
  });
});
