import {describe, expect, it} from "vitest";
import {finiteWilsonInterval, hypergeometricInterval} from "./unweightedIntervals.js";

describe("hypergeometricInterval", () => {
  it("gives totals of the population", () => {
    expect(hypergeometricInterval({count: 165, respondents: 285, population: 430})).toMatchObject({
      low: 234,
      high: 263,
    });
  });

  it("is a point when all answered, and everything when nobody did", () => {
    expect(hypergeometricInterval({count: 3, respondents: 7, population: 7})).toMatchObject({low: 3, high: 3});
    expect(hypergeometricInterval({count: 0, respondents: 0, population: 5})).toMatchObject({low: 0, high: 5});
  });

  it("keeps a total whose probability ends on the limit, as R does", () => {
    const counted = {count: 0, respondents: 19, population: 20};
    expect(hypergeometricInterval(counted, {level: 0.9})).toMatchObject({low: 0, high: 1});
  });
});

describe("finiteWilsonInterval", () => {
  it("is a point when all answered and Wilson’s own without end", () => {
    expect(finiteWilsonInterval({count: 3, respondents: 7, population: 7})).toMatchObject({low: 3 / 7, high: 3 / 7});
    const endless = {count: 165, respondents: 285, population: Number.POSITIVE_INFINITY};
    expect(finiteWilsonInterval(endless).low).toBeCloseTo(0.5209492194814084, 14);
  });
});
