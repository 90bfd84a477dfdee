import {describe, expect, it} from "vitest";
import {noisyShare} from "./noisyShare.js";

/** Numbers from 0 to 1 that are the same every time (mulberry32). */
function randomNumbers(seed: number): () => number {
  let now = seed;
  return () => {
    now = (now + 0x6d2b79f5) | 0;
    let mixed = Math.imul(now ^ (now >>> 15), 1 | now);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** How often the interval holds the share of all units, of which some answered and were counted with noise. */
function coverage({units, answered, yes, variance}: {units: number; answered: number; yes: number; variance: number}) {
  const random = randomNumbers(2011);
  const gaussian = () =>
    Math.round(Math.sqrt(-2 * variance * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()));
  const runs = 3000;
  let held = 0;
  for (let run = 0; run < runs; run++) {
    let [left, sought, count] = [units, yes, 0];
    for (let i = 0; i < answered; i++) {
      if (random() * left < sought) {
        sought--;
        count++;
      }
      left--;
    }
    const [noisyYes, noisyNo] = [count + gaussian(), answered - count + gaussian()];
    const stratum = {count: noisyYes, base: noisyYes + noisyNo, weight: 1, unanswered: 1 - answered / units};
    const found = noisyShare([stratum], {count: variance, shared: variance, base: 2 * variance});
    const share = yes / units;
    if (found && found.interval.low <= share + 1e-12 && share <= found.interval.high + 1e-12) held++;
  }
  return held / runs;
}

describe("noisyShare", () => {
  it.each([
    {units: 430, answered: 270, yes: 250, variance: 12},
    {units: 430, answered: 270, yes: 10, variance: 12},
    {units: 430, answered: 60, yes: 215, variance: 6},
    {units: 30, answered: 18, yes: 12, variance: 6},
    {units: 30, answered: 18, yes: 28, variance: 12},
    {units: 24, answered: 12, yes: 1, variance: 12},
  ])("has an interval that holds the share of all units 95 times in 100, of %j", (given) => {
    expect(coverage(given)).toBeGreaterThan(0.935);
  });

  it("is not much wider than it has to be", () => {
    expect(coverage({units: 430, answered: 270, yes: 215, variance: 12})).toBeLessThan(0.97);
  });

  it("without noise is Wilson’s interval with the finite population correction", () => {
    const none = {count: 0, shared: 0, base: 0};
    const {interval} = noisyShare([{count: 20, base: 50, weight: 1, unanswered: 1}], none) as {
      interval: {low: number; high: number};
    };
    expect([interval.low, interval.high]).toEqual([expect.closeTo(0.27609, 4), expect.closeTo(0.53816, 4)]);
    const census = noisyShare([{count: 20, base: 50, weight: 3, unanswered: 0}], none);
    expect(census).toMatchObject({
      proportion: 0.4,
      interval: {low: expect.closeTo(0.4, 9), high: expect.closeTo(0.4, 9)},
      standardError: 0,
    });
  });

  it("is cut to what is possible, and null where the noise has left no base", () => {
    const noise = {count: 12, shared: 12, base: 24};
    expect(noisyShare([{count: -3, base: 20, weight: 1, unanswered: 0.5}], noise)).toMatchObject({
      proportion: 0,
      interval: {low: 0},
    });
    expect(noisyShare([{count: 1, base: 0, weight: 1, unanswered: 1}], noise)).toBeNull();
    expect(noisyShare([{count: 1, base: 3, weight: 1, unanswered: 1}], noise)).toMatchObject({
      interval: {low: 0, high: 1},
    });
  });
});
