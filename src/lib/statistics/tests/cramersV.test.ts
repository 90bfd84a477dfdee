import {describe, expect, it} from "vitest";
import {countTable} from "../crosstab.js";
import {buildDesign} from "../design.js";
import {cramersV} from "./cramersV.js";

/** The association of rows and columns with such sums of weights, one respondent a cell. */
function strengthOf(...cells: (readonly number[])[]): number {
  const columns = cells[0].length;
  const weight = Float64Array.from(cells.flat());
  const code = (at: (i: number) => number, length: number) => ({
    codes: Int32Array.from(weight, (_, i) => at(i)),
    categories: Array.from({length}, (_, i) => String(i)),
  });
  return cramersV(
    countTable(buildDesign(new Float64Array(weight.length).fill(1), {weight}), {
      row: code((i) => Math.floor(i / columns), cells.length),
      column: code((i) => i % columns, columns),
    }),
  );
}

describe("cramersV", () => {
  /** R: t <- matrix(c(10, 20, 30, 40, 5, 15), 2); sqrt(chisq.test(t, correct = FALSE)$statistic / sum(t)) */
  it("is the root of chi-square for each unit and degree", () => {
    expect(strengthOf([10, 30, 5], [20, 40, 15])).toBeCloseTo(0.141794993232554, 14);
  });

  it("divides by the lesser of rows and columns less one", () => {
    expect(strengthOf([6, 2, 2], [2, 6, 2], [2, 2, 6])).toBeCloseTo(0.4, 14);
  });

  it("is 0 where columns are alike, and 1 where each row has a column of its own", () => {
    expect(strengthOf([1, 2, 3], [2, 4, 6])).toBeCloseTo(0, 7);
    expect(strengthOf([0, 7, 0], [3, 0, 0], [0, 0, 1.5])).toBeCloseTo(1, 14);
    expect(strengthOf([4, 5, 0], [0, 0, 3])).toBeCloseTo(1, 14);
  });

  it("does not change with what weights add up to, nor when rows and columns change places", () => {
    const strength = strengthOf([10, 30, 5], [20, 40, 15]);
    expect(strengthOf([20, 60, 10], [40, 80, 30])).toBeCloseTo(strength, 14);
    expect(strengthOf([10, 20], [30, 40], [5, 15])).toBeCloseTo(strength, 14);
  });

  it("leaves out categories that nobody chose", () => {
    expect(strengthOf([10, 0, 30, 5], [0, 0, 0, 0], [20, 0, 40, 15])).toBeCloseTo(0.141794993232554, 14);
  });

  it("is 0 of one row, of one column, and of nobody", () => {
    expect([strengthOf([3, 4]), strengthOf([3], [4]), strengthOf([0, 0], [0, 0])]).toEqual([0, 0, 0]);
  });
});
