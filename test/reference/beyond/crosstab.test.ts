import {describe, expect, it} from "vitest";
import {buildDesign} from "../../../src/lib/statistics/design.js";
import {crosstab} from "./crosstab.js";

const row = {codes: Int32Array.of(1, 0, 1, 0, 1, 1), categories: ["no", "yes", "neither"]};
const column = {codes: Int32Array.of(0, 0, 2, 2, 0, 2), categories: ["u", "nobody", "v"]};
const count = new Float64Array(6).fill(1);
const design = buildDesign(count, {weight: Float64Array.of(6, 6, 6, 5, 5, 3)});

describe("crosstab", () => {
  it("has counts of 0 and no shares in a column without respondents", () => {
    const table = crosstab(design, {row, column});
    expect(table.unweightedCount.map((cells) => [...cells])).toEqual([
      [1, 0, 1],
      [2, 0, 2],
      [0, 0, 0],
    ]);
    expect([...table.base]).toEqual([17, 0, 14]);
    expect(table.proportion).toEqual([
      [6 / 17, null, 5 / 14],
      [11 / 17, null, 9 / 14],
      [0, null, 0],
    ]);
    expect(table.standardError[2]).toEqual([0, null, 0]);
  });
});
