import {describe, expect, it} from "vitest";
import {buildDesign} from "./design.js";
import {EmptyBaseError} from "./errors.js";
import {mean} from "./mean.js";
import {share} from "./share.js";

const design = buildDesign(Float64Array.of(1, 1, 1, 1), {weight: Float64Array.of(1, 2, 3, 4)});

describe("share", () => {
  it("weighs those who answered", () => {
    const answers = Float64Array.of(1, 0, Number.NaN, 1);
    expect(share(design, answers)).toMatchObject({proportion: 5 / 7, base: 7, unweightedBase: 3, degreesOfFreedom: 2});
  });

  it("is the mean of an indicator", () => {
    const answers = Float64Array.of(1, 0, 0, 1);
    const {proportion, standardError} = share(design, answers);
    expect(mean(design, answers)).toMatchObject({estimate: proportion, standardError});
  });

  it("of nobody is an error, not zero", () => {
    const nobody = new Float64Array(4).fill(Number.NaN);
    expect(() => share(design, nobody)).toThrow(EmptyBaseError);
    expect(() => share(design, Float64Array.of(1, 0, 0, 1), {domain: new Uint8Array(4)})).toThrow(
      "no respondents in the base",
    );
  });
});
