import {describe, expect, it} from "vitest";
import {countTable, cramersV, isSparse} from "./countTable.js";
import {buildDesign} from "./design.js";

/** The table of such counts, by row, each respondent of the same cell with the same weight. */
function tableOf(count: readonly (readonly number[])[], weight: readonly (readonly number[])[]) {
  const columns = count[0].length;
  const code = (at: (i: number) => number, length: number) => ({
    codes: Int32Array.from(count.flat(), (_, i) => at(i)),
    categories: Array.from({length}, (_, i) => String(i)),
  });
  return countTable(buildDesign(Float64Array.from(count.flat()), {weight: Float64Array.from(weight.flat())}), {
    row: code((i) => Math.floor(i / columns), count.length),
    column: code((i) => i % columns, columns),
  });
}

const each = (cells: readonly (readonly number[])[], value: number) => cells.map((row) => row.map(() => value));

/** The association of rows and columns with such sums of weights, one respondent a cell. */
const strengthOf = (...weights: (readonly number[])[]) => cramersV(tableOf(each(weights, 1), weights));

/** Whether the table of so many respondents in each cell is sparse. */
const isSparseOf = (...counts: (readonly number[])[]) => isSparse(tableOf(counts, each(counts, 1)));

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

describe("isSparse", () => {
  /** R: chisq.test(matrix(c(8, 2, 12, 20), 2))$expected: 4.76, 5.24, 15.24, 16.76 */
  it("is true where more than a fifth of the cells would have fewer than five", () => {
    expect(isSparseOf([8, 12], [2, 20])).toBe(true);
    expect(isSparseOf([5, 5], [5, 5])).toBe(false);
    expect(isSparseOf([0, 10], [10, 0])).toBe(false);
    expect(isSparseOf([4, 5], [5, 5])).toBe(true);
  });

  it("lets a fifth of the cells have fewer than five, but none fewer than one", () => {
    const fiveColumns = (last: number) => isSparseOf([10, 10, 10, 10, last], [10, 10, 10, 10, last]);
    expect([fiveColumns(5), fiveColumns(4), fiveColumns(1)]).toEqual([false, false, false]);
    expect(isSparseOf([10, 10, 10, 10, 1], [10, 10, 10, 10, 0])).toBe(true);
    expect(isSparseOf([10, 10, 10, 4, 4], [10, 10, 10, 4, 4])).toBe(true);
  });

  it("leaves out categories that nobody chose", () => {
    expect(isSparseOf([5, 0, 5], [0, 0, 0], [5, 0, 5])).toBe(false);
  });

  it("is about respondents, not about whom they stand for", () => {
    const few = [
      [2, 3],
      [3, 2],
    ];
    const many = few.map((row) => row.map((n) => 10 * n));
    expect(isSparse(tableOf(few, each(few, 100)))).toBe(true);
    expect(isSparse(tableOf(many, each(many, 0.01)))).toBe(false);
  });
});
