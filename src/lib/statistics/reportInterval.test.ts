import {describe, expect, it} from "vitest";
import {buildDesign} from "./design.js";
import {criticalT} from "./distributions.js";
import {NoIntervalError} from "./errors.js";
import {tInterval} from "./interval.js";
import {mean} from "./mean.js";
import {reportInterval} from "./reportInterval.js";
import {total} from "./total.js";

/** Ten respondents of a population, in one class. */
const ten = (population: number | null) =>
  buildDesign(new Float64Array(10).fill(1), {classes: [{name: "all", population}]});
const answers = (yes: number, size = 10) => Float64Array.from({length: size}, (_, i) => (i < yes ? 1 : 0));

describe("reportInterval", () => {
  it("of nobody is empty, and has no share", () => {
    const reported = reportInterval(ten(20), answers(3), {domain: new Uint8Array(10)});
    expect(reported).toEqual({rule: "empty", unweightedBase: 0, base: 0, effectiveBase: 0, degreesOfFreedom: 0});
  });

  it("of all is a point, even at 0 and of one respondent", () => {
    const point = {rule: "census", proportion: 0, interval: {low: 0, high: 0, level: 0.95}};
    expect(reportInterval(ten(10), answers(0))).toMatchObject(point);
    const domain = Uint8Array.from({length: 10}, (_, i) => (i === 9 ? 1 : 0));
    expect(reportInterval(ten(10), answers(0), {domain})).toMatchObject(point);
  });

  it("of one respondent is none, with the share but no standard error", () => {
    const domain = Uint8Array.from({length: 10}, (_, i) => (i === 0 ? 1 : 0));
    const reported = reportInterval(ten(20), answers(3), {domain});
    expect(reported).toMatchObject({rule: "none", proportion: 1, unweightedBase: 1});
    expect(reported).not.toHaveProperty("interval");
    expect(reported).not.toHaveProperty("standardError");
  });

  it("at 0 or 1 reaches as far as a score test would, less so the fewer are missing", () => {
    const t = criticalT(0.95, 9);
    const worth = (10 * 19) / 10;
    expect(reportInterval(ten(null), answers(0))).toMatchObject({
      rule: "boundary",
      interval: {low: 0, high: t ** 2 / (10 + t ** 2)},
    });
    expect(reportInterval(ten(20), answers(10))).toMatchObject({
      rule: "boundary",
      interval: {low: 1 - t ** 2 / (worth + t ** 2), high: 1},
    });
  });

  it("else is made on the logit scale", () => {
    const reported = reportInterval(ten(20), answers(3), {level: 0.9});
    if (reported.rule !== "logit") throw new Error(reported.rule);
    const {proportion: p, standardError, interval} = reported;
    const logit = (x: number) => Math.log(x / (1 - x));
    const reach = (criticalT(0.9, 9) * standardError) / (p * (1 - p));
    expect(logit(interval.low)).toBeCloseTo(logit(0.3) - reach, 12);
    expect(logit(interval.high)).toBeCloseTo(logit(0.3) + reach, 12);
  });
});

describe("tInterval", () => {
  it("of one respondent is an error", () => {
    const one = buildDesign(Float64Array.of(1), {classes: [{name: "all", population: 1}]});
    expect(() => tInterval(mean(one, Float64Array.of(1)))).toThrow(NoIntervalError);
    expect(() => tInterval(total(one, Float64Array.of(1)))).toThrow(
      "too few respondents for an interval, degrees of freedom: 0",
    );
  });
});

describe("total", () => {
  it("of nobody is 0", () => {
    expect(total(ten(20), answers(3), {domain: new Uint8Array(10)})).toMatchObject({estimate: 0, standardError: 0});
  });

  it("stands for the population", () => {
    expect(total(ten(20), answers(3))).toMatchObject({estimate: 6, base: 20, unweightedBase: 10});
  });
});
