import {describe, expect, it} from "vitest";
import {buildDesign} from "../../../src/lib/statistics/design.js";
import {EmptyBaseError} from "../../../src/lib/statistics/errors.js";
import {responsesOf} from "../../support/responsesOf.js";
import {difference} from "./difference.js";

const answers = responsesOf([1, 0, 1, 0, 1, 1]);
const weight = Float64Array.of(6, 6, 6, 5, 5, 3);
const design = buildDesign(new Float64Array(6).fill(1), {weight});
const v = {answers, domain: Uint8Array.of(0, 0, 1, 1, 0, 1)};
const u = {answers, domain: Uint8Array.of(1, 1, 0, 0, 1, 0)};

describe("difference", () => {
  it("of two groups is R’s svyttest", () => {
    const {estimate, degreesOfFreedom, test} = difference(design, v, u);
    expect(estimate).toBeCloseTo(-0.00420168067226862, 14);
    expect(degreesOfFreedom).toBe(4);
    expect(test?.t).toBeCloseTo(-0.00957569069728832, 13);
    expect(test?.p).toBeCloseTo(0.99281836916622679, 13);
  });

  it("of a group from itself is nothing, and no test", () => {
    expect(difference(design, u, u)).toMatchObject({estimate: 0, standardError: 0, test: null});
  });

  it("is a fact, with no test, when all have answered", () => {
    const census = buildDesign(design.count, {classes: [{name: "all", population: 6}]});
    const {estimate, test} = difference(census, v, u);
    expect(estimate).toBeCloseTo(0, 14);
    expect(test).toBeNull();
  });

  it("has no p without degrees of freedom", () => {
    const three = buildDesign(new Float64Array(3).fill(1), {weight: Float64Array.of(1, 2, 3)});
    const domain = Uint8Array.of(1, 1, 0);
    const [one, other] = [responsesOf([1, 0, 0]), responsesOf([0, 1, 0])];
    const {degreesOfFreedom, test} = difference(three, {answers: one, domain}, {answers: other, domain});
    expect(degreesOfFreedom).toBe(0);
    expect(test?.t).toBeLessThan(0);
    expect(test?.p).toBeNull();
  });

  it("from nobody is an error", () => {
    expect(() => difference(design, u, {answers, domain: new Uint8Array(6)})).toThrow(EmptyBaseError);
  });
});
