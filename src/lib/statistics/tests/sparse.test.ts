import {describe, expect, it} from "vitest";
import {countTable} from "../crosstab.js";
import {buildDesign} from "../design.js";
import {isSparse} from "./sparse.js";

/** The count table of so many in each cell, by row. */
function tableOf(cells: readonly (readonly number[])[], weightOf = (_: number) => 1) {
  const columns = cells[0].length;
  const count = Float64Array.from(cells.flat());
  const code = (at: (i: number) => number, length: number) => ({
    codes: Int32Array.from(count, (_, i) => at(i)),
    categories: Array.from({length}, (_, i) => String(i)),
  });
  return countTable(buildDesign(count, {weight: Float64Array.from(count, (_, i) => weightOf(i))}), {
    row: code((i) => Math.floor(i / columns), cells.length),
    column: code((i) => i % columns, columns),
  });
}

const isSparseOf = (...cells: (readonly number[])[]) => isSparse(tableOf(cells));

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
    expect(isSparse(tableOf(few, () => 100))).toBe(true);
    expect(
      isSparse(
        tableOf(
          few.map((row) => row.map((n) => 10 * n)),
          () => 0.01,
        ),
      ),
    ).toBe(false);
  });
});
