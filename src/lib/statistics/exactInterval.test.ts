import {describe, expect, it} from "vitest";
import {exactInterval} from "./exactInterval.js";

describe("exactInterval", () => {
  /**
   * R: limits <- function(k, n, N, a = 0.025) { K <- k:(N - n + k)
   *      range(K[phyper(k - 1, K, N - K, n, lower.tail = FALSE) > a & phyper(k, K, N - K, n) > a]) }
   *    limits(7, 40, 1000)
   */
  it.each([
    [3, 10, 20, 3, 11],
    [0, 10, 20, 0, 4],
    [10, 10, 20, 16, 20],
    [1, 1, 2, 1, 2],
    [7, 40, 1000, 75, 324],
  ])("of %i among %i of %i units goes from %i to %i, as in R", (count, respondents, population, low, high) => {
    expect(exactInterval({count, respondents, population})).toEqual({
      low: low / population,
      high: high / population,
      level: 0.95,
    });
  });

  it("is the point that was seen where all answered", () => {
    expect(exactInterval({count: 3, respondents: 8, population: 8})).toEqual({low: 3 / 8, high: 3 / 8, level: 0.95});
  });

  it("of two numbers goes from the low end of the least to the high end of the greatest", () => {
    const of = (count: number | [number, number], population: number | null) =>
      exactInterval({count, respondents: 16, population});
    for (const population of [40, null])
      expect(of([2, 3], population)).toEqual({...of(2, population), high: of(3, population).high});
  });

  /** R: qbeta(c(0.025, 0.975), c(3, 4), c(8, 7)); qbeta(c(0.05, 0.95), c(3, 4), c(8, 7)); qbeta(0.975, 1, 10) */
  it("without end is that of Clopper and Pearson", () => {
    const of = (count: number, level?: number) => exactInterval({count, respondents: 10, population: null}, {level});
    expect(of(3).low).toBeCloseTo(0.0667395111777345, 12);
    expect(of(3).high).toBeCloseTo(0.652452850059997, 12);
    expect(of(3, 0.9).low).toBeCloseTo(0.0872644339141503, 12);
    expect(of(3, 0.9).high).toBeCloseTo(0.606624216105413, 12);
    expect(of(0).low).toBe(0);
    expect(of(0).high).toBeCloseTo(0.308497107818761, 12);
    expect(of(10).high).toBe(1);
    expect(of(10).low).toBeCloseTo(1 - 0.308497107818761, 12);
  });

  it("of a great population is nearly that without end", () => {
    const great = exactInterval({count: 3, respondents: 10, population: 100_000});
    const endless = exactInterval({count: 3, respondents: 10, population: null});
    expect(great.low).toBeCloseTo(endless.low, 3);
    expect(great.high).toBeCloseTo(endless.high, 3);
  });

  it("of those who said no is the mirror of that of those who said yes", () => {
    for (const [count, population] of [
      [2, 30],
      [5, 14],
      [9, null],
    ] as const) {
      const yes = exactInterval({count, respondents: 12, population});
      const no = exactInterval({count: 12 - count, respondents: 12, population});
      expect(no.low).toBeCloseTo(1 - yes.high, 12);
      expect(no.high).toBeCloseTo(1 - yes.low, 12);
    }
  });
});
