import {describe, expect, it} from "vitest";
import {ClassWithoutRespondentsError} from "./errors.js";
import {responseRate, shareIfSilentDiffer, worstCaseBand} from "./nonresponse.js";

const classes = [
  {name: "small", count: 2, respondents: 4, population: 10},
  {name: "large", count: 5, respondents: 5, population: 10},
];

describe("nonresponse", () => {
  it("leaves a band from none to all of the silent", () => {
    expect(responseRate(classes)).toBe(9 / 20);
    expect(worstCaseBand(classes)).toEqual({low: 7 / 20, high: 18 / 20});
  });

  it("makes no difference when the silent are like the others of their class", () => {
    expect(shareIfSilentDiffer(classes)).toBeCloseTo((10 * (2 / 4) + 10) / 20, 14);
  });

  it("moves the silent’s odds, but not those of a class that is of one mind", () => {
    expect(shareIfSilentDiffer(classes, 3)).toBeCloseTo((2 + 6 * 0.75 + 10) / 20, 14);
  });

  it("starts from what weights suppose of the silent, where that is said", () => {
    const [small] = classes;
    const supposed = {...small, supposed: 4};
    expect(shareIfSilentDiffer([supposed])).toBeCloseTo((2 + 4) / 10, 14);
    expect(shareIfSilentDiffer([supposed], 3)).toBeCloseTo((2 + 6 * (6 / 7)) / 10, 14);
    expect(shareIfSilentDiffer([{...small, supposed: 3}])).toBeCloseTo(shareIfSilentDiffer([small]), 14);
  });

  it("is what the respondents said where nobody is silent", () => {
    expect(shareIfSilentDiffer([{...classes[1], count: 2, supposed: 0, population: 5}], 17)).toBe(2 / 5);
  });

  it("never goes above all of the silent, though rounding supposes a little more", () => {
    const all = {count: 3, respondents: 3, population: 10, supposed: 7.000000000000002};
    expect(shareIfSilentDiffer([all], 1e-9)).toBe(1);
  });

  it("names a class in which nobody answered", () => {
    const silent = [...classes, {name: "county", count: 0, respondents: 0, population: 1}];
    expect(() => shareIfSilentDiffer(silent)).toThrow(ClassWithoutRespondentsError);
    expect(() => shareIfSilentDiffer(silent)).toThrow("county");
    expect(worstCaseBand(silent)).toEqual({low: 7 / 21, high: 19 / 21});
  });
});
