import {describe, expect, it} from "vitest";
import {ClassWithoutRespondentsError} from "./errors.js";
import {responseRate, shareIfAsOften, worstCaseBand} from "./nonresponse.js";

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
    expect(shareIfAsOften(classes)).toBeCloseTo((10 * (2 / 4) + 10) / 20, 14);
  });

  it("has the silent give an answer so many times as often, at most all of them", () => {
    expect(shareIfAsOften(classes, 0.5)).toBeCloseTo((2 + 6 * 0.25 + 5 + 5 * 0.5) / 20, 14);
    expect(shareIfAsOften(classes, 3)).toBeCloseTo((2 + 6 + 5 + 5) / 20, 14);
    const {low, high} = worstCaseBand(classes);
    expect(shareIfAsOften(classes, 0)).toBe(low);
    expect(shareIfAsOften(classes, Number.POSITIVE_INFINITY)).toBe(high);
    const none = {count: 0, respondents: 3, population: 10};
    expect(shareIfAsOften([none], 3)).toBe(0);
    expect(shareIfAsOften([none], Number.POSITIVE_INFINITY)).toBe(7 / 10);
  });

  it("starts from what weights suppose of the silent, where that is said", () => {
    const [small] = classes;
    expect(shareIfAsOften([{...small, supposed: 4}])).toBeCloseTo((2 + 4) / 10, 14);
    expect(shareIfAsOften([{...small, supposed: 4}], 0.5)).toBeCloseTo((2 + 2) / 10, 14);
    expect(shareIfAsOften([{...small, supposed: 3}])).toBeCloseTo(shareIfAsOften([small]), 14);
  });

  it("is what the respondents said where nobody is silent", () => {
    expect(shareIfAsOften([{...classes[1], count: 2, supposed: 0, population: 5}], 17)).toBe(2 / 5);
  });

  it("never goes above all of the silent, though rounding supposes a little more", () => {
    expect(shareIfAsOften([{count: 3, respondents: 3, population: 10, supposed: 7.000000000000002}])).toBe(1);
  });

  it("names a class in which nobody answered", () => {
    const silent = [...classes, {name: "county", count: 0, respondents: 0, population: 1}];
    expect(() => shareIfAsOften(silent)).toThrow(ClassWithoutRespondentsError);
    expect(() => shareIfAsOften(silent)).toThrow("county");
    expect(worstCaseBand(silent)).toEqual({low: 7 / 21, high: 19 / 21});
  });
});
