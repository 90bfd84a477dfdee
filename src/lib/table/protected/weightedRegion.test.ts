import {randomLcg, randomNormal} from "d3";
import {describe, expect, it} from "vitest";
import type {UnitCells} from "../../respondents/weighting.js";
import {noisyShare} from "../../statistics/noisyShare.js";
import {weightedRegion} from "./weightedRegion.js";

const named = (code: string) => ({code, label: {nb: code, en: code}, area: "all"});
/** Small and large units of a region of 60 and of the rest; in the region large ones answered twice as often. */
const units: UnitCells = {
  classes: ["small", "large"].map(named),
  regions: ["region", "rest"].map(named),
  populations: [40, 200, 20, 120],
};
const answeredByCell = [16, 120, 16, 80];
const variance = 12;
const noiseIn = {count: variance, shared: variance, base: 2 * variance};
const [runs, inRegion] = [3000, 0];

/** By cell who said yes of all units, and of those that answered, when so many of small and of large units did in the region. */
function counted(random: () => number, regional: readonly [small: number, large: number]) {
  const shares = [regional[0], 0.3, regional[1], 0.8];
  const yes = (units.populations as number[]).map((n, cell) => Math.round(n * shares[cell]));
  const told = yes.map((of, cell) => {
    let [left, sought, count] = [(units.populations as number[])[cell], of, 0];
    for (let i = 0; i < answeredByCell[cell]; i++, left--)
      if (random() * left < sought) {
        sought--;
        count++;
      }
    return count;
  });
  return {share: (yes[0] + yes[2]) / 60, told};
}

/** How often intervals hold the share of all units of the region, with weights and without, and how far off they are on average. */
function simulated(regional: readonly [number, number]) {
  const random = randomLcg(2011);
  const gaussian = randomNormal.source(random)(0, Math.sqrt(variance));
  const noisy = (yes: number, n: number) => {
    const [a, b] = [yes + gaussian(), n - yes + gaussian()];
    return {count: a, base: a + b};
  };
  const found = {weighted: {held: 0, off: 0}, plain: {held: 0, off: 0}};
  for (let run = 0; run < runs; run++) {
    const {share, told} = counted(random, regional);
    const own = noisy(told[0] + told[2], 32);
    const bySize = [noisy(told[0] + told[1], 136), noisy(told[2] + told[3], 96)];
    const strata = {
      weighted: weightedRegion({units, answeredByCell}, inRegion, {own, bySize}),
      plain: [{...own, weight: 1, unanswered: 28 / 60}],
    };
    for (const key of ["weighted", "plain"] as const) {
      const {proportion, interval} = noisyShare(strata[key], noiseIn) ?? {proportion: 0, interval: {low: 1, high: 0}};
      found[key].off += (proportion - share) / runs;
      if (interval.low <= share && share <= interval.high) found[key].held += 1 / runs;
    }
  }
  return found;
}

describe("weightedRegion", () => {
  it("gives a region the make-up of its units: weights add up to them, and answers that follow size are told right", () => {
    const own = {count: 16 * 0.3 + 16 * 0.8, base: 32};
    const bySize = [
      {count: 136 * 0.3, base: 136},
      {count: 96 * 0.8, base: 96},
    ];
    const strata = weightedRegion({units, answeredByCell}, inRegion, {own, bySize});
    const total = (of: "count" | "base") => strata.reduce((sum, each) => sum + each.weight * each[of], 0);
    expect(total("base")).toBeCloseTo(60, 10);
    expect(total("count")).toBeCloseTo(40 * 0.3 + 20 * 0.8, 10);
  });

  it("corrects nothing where those that answered are made up as all units are", () => {
    const own = {count: 5, base: 30};
    const even = {units, answeredByCell: [20, 120, 10, 80]};
    const strata = weightedRegion(even, inRegion, {own, bySize: [own, own]});
    expect(strata).toEqual([{...own, weight: 2, unanswered: 0.5}]);
  });

  it("is not off, and has intervals that hold the share of all units, where answers follow size", () => {
    const {weighted, plain} = simulated([0.3, 0.8]);
    expect(Math.abs(weighted.off)).toBeLessThan(0.01);
    expect(plain.off).toBeGreaterThan(0.07);
    expect(weighted.held).toBeGreaterThan(0.945);
    expect(weighted.held).toBeGreaterThan(plain.held + 0.02);
  });

  it("is less off than without weights where answers follow size less in the region than elsewhere", () => {
    const {weighted, plain} = simulated([0.4, 0.7]);
    expect(Math.abs(weighted.off)).toBeLessThan(plain.off);
    expect(weighted.held).toBeGreaterThan(0.94);
  });
});
