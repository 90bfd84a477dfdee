import {describe, expect, it} from "vitest";
import {responsesOf} from "../../../test/support/responsesOf.js";
import {buildDesign} from "./design.js";
import {EmptyBaseError} from "./errors.js";
import {mean, share} from "./mean.js";

const design = buildDesign(Float64Array.of(1, 1, 1, 1), {weight: Float64Array.of(1, 2, 3, 4)});

describe("share", () => {
  it("weighs those who answered", () => {
    const answers = responsesOf([1, 0, null, 1]);
    expect(share(design, answers)).toMatchObject({proportion: 5 / 7, base: 7, unweightedBase: 3, degreesOfFreedom: 2});
  });

  it("is the mean of an indicator", () => {
    const answers = responsesOf([1, 0, 0, 1]);
    const {proportion, standardError} = share(design, answers);
    expect(mean(design, answers)).toMatchObject({estimate: proportion, standardError});
  });

  it("of nobody is an error, not zero", () => {
    const nobody = responsesOf([null, null, null, null]);
    expect(() => share(design, nobody)).toThrow(EmptyBaseError);
    expect(() => share(design, responsesOf([1, 0, 0, 1]), {domain: new Uint8Array(4)})).toThrow(
      "no respondents in the base",
    );
  });
});
