import {describe, expect, it} from "vitest";
import {buildDesign} from "../../../src/lib/statistics/design.js";
import {rake} from "./rake.js";

const design = buildDesign(Float64Array.of(2, 1, 1, 2));
const region = {codes: Int32Array.of(0, 0, 1, 1), categories: ["north", "south", "west"]};
const size = {codes: Int32Array.of(0, 1, 0, 1), categories: ["small", "large"]};

describe("rake", () => {
  const margins = [
    {cells: region, population: [40, 60, 0]},
    {cells: size, population: [50, 50]},
  ];

  it("meets both margins, and says that it has", () => {
    const {design: raked, converged} = rake(design, margins, {epsilon: 1e-12, rounds: 200});
    const sum = (rows: number[]) => rows.reduce((total, i) => total + raked.count[i] * raked.weight[i], 0);
    expect(sum([0, 1])).toBeCloseTo(40, 9);
    expect(sum([0, 2])).toBeCloseTo(50, 9);
    expect(converged).toBe(true);
  });

  it("says when the rounds were too few", () => {
    expect(rake(design, margins, {epsilon: 1e-12, rounds: 1}).converged).toBe(false);
  });
});
