import {describe, expect, it} from "vitest";
import {runs} from "../../../test/support/sampled.js";
import {discreteGaussian, discreteGaussianChance} from "./discreteGaussian.js";
import {drawsOf} from "./secret.js";

const sample = (variance: number, size: number, secret = "a") => {
  const below = drawsOf(secret, `sample ${variance}`);
  return Array.from({length: size}, () => discreteGaussian(variance, below));
};
const n = runs(16_000, 200_000);
const samples = [6, 47].map((variance) => ({variance, drawn: sample(variance, n)}));

describe("discreteGaussian", () => {
  it.each(samples)("of variance $variance has its exact chances, by chi-square", ({variance, drawn}) => {
    const chance = discreteGaussianChance(variance);
    const reach = Math.floor(2.6 * Math.sqrt(variance));
    const cells = Array.from({length: 2 * reach + 1}, (_, at) => at - reach);
    const tail = 1 - cells.reduce((sum, x) => sum + chance(x), 0);
    const seen = new Map<number, number>();
    for (const x of drawn) seen.set(x, (seen.get(x) ?? 0) + 1);
    const off = (count: number, expected: number) => (count - expected) ** 2 / expected;
    const inCells = cells.reduce((sum, x) => sum + off(seen.get(x) ?? 0, n * chance(x)), 0);
    const beyond = drawn.filter((x) => Math.abs(x) > reach).length;
    const degrees = cells.length;
    expect(inCells + off(beyond, n * tail)).toBeLessThan(degrees + 4 * Math.sqrt(2 * degrees));
  });

  it.each(samples)(
    "of variance $variance has mean 0, its variance, and the kurtosis of a Gaussian",
    ({variance, drawn}) => {
      const moment = (power: number) => drawn.reduce((sum, x) => sum + x ** power, 0) / n;
      expect(Math.abs(moment(1))).toBeLessThan(4 * Math.sqrt(variance / n));
      expect(Math.abs(moment(2) / variance - 1)).toBeLessThan(4 * Math.sqrt(2 / n));
      expect(Math.abs(moment(3)) / variance ** 1.5).toBeLessThan(4 * Math.sqrt(15 / n));
      expect(Math.abs(moment(4) / variance ** 2 - 3)).toBeLessThan(4 * Math.sqrt(96 / n));
    },
  );

  it("follows from the secret and the name, and from nothing else", () => {
    expect(sample(6, 50)).toEqual(sample(6, 50));
    expect(sample(6, 50)).not.toEqual(sample(6, 50, "b"));
  });

  it("refuses a variance that its whole numbers cannot draw with", () => {
    for (const variance of [0, 6.5, 20_000])
      expect(() => discreteGaussian(variance, () => 0)).toThrow(`variance that is not a whole number from 1 to 10000`);
  });
});

describe("drawsOf", () => {
  it("draws each number equally often", () => {
    const below = drawsOf("a", "dice");
    const seen = [0, 0, 0, 0, 0, 0];
    for (let i = 0; i < 30_000; i++) seen[below(6)]++;
    const chi = seen.reduce((sum, n) => sum + (n - 5_000) ** 2 / 5_000, 0);
    expect(chi).toBeLessThan(25);
  });
});
