import {describe, expect, it} from "vitest";
import {calibratedWeights} from "./calibrate.js";

const count = Float64Array.of(2, 1, 1, 2);
const weight = Float64Array.of(1, 1, 1, 1);
const region = {codes: Int32Array.of(0, 0, 1, 1), categories: ["north", "south", "west"]};
const size = {codes: Int32Array.of(0, 1, 0, 1), categories: ["small", "large"]};

describe("calibratedWeights", () => {
  const margins = [
    {cells: region, population: [40, 60, 0]},
    {cells: size, population: [50, 50]},
  ];

  it("meet both margins, and say that they have", () => {
    const {weight: raked, converged} = calibratedWeights(count, weight, margins, {rounds: 200});
    const sum = (rows: number[]) => rows.reduce((total, i) => total + count[i] * raked[i], 0);
    expect(sum([0, 1])).toBeCloseTo(40, 9);
    expect(sum([0, 2])).toBeCloseTo(50, 9);
    expect(converged).toBe(true);
  });

  it("say when the rounds were too few", () => {
    expect(calibratedWeights(count, weight, margins, {rounds: 1}).converged).toBe(false);
  });
});
