import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {rakeNonrespondents} from "./rakeNonrespondents.js";

const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0);
const columnOf = (table: readonly (readonly number[])[], c: number) => table.map((row) => row[c]);

describe("rakeNonrespondents", () => {
  it("meets the margins, and multiplies a factor of the class with one of the region", () => {
    const respondents = [
      [4, 6, 2],
      [3, 5, 9],
    ];
    const raked = rakeNonrespondents(respondents, [10, 20], [8, 12, 10]) ?? [];
    const weighted = raked.map((row, h) => row.map((each, c) => each * respondents[h][c]));
    expect(sum(weighted[0])).toBeCloseTo(10, 9);
    expect(sum(weighted[1])).toBeCloseTo(20, 9);
    for (const [c, wanted] of [8, 12, 10].entries()) expect(sum(columnOf(weighted, c))).toBeCloseTo(wanted, 9);
    expect(raked[0][0] / raked[1][0]).toBeCloseTo(raked[0][2] / raked[1][2], 12);
  });

  /**
   * R: d <- expand.grid(h = 1:2, c = 1:3); d$n <- c(4, 3, 6, 5, 2, 9)
   *    s <- rake(svydesign(ids = ~1, weights = ~n, data = d), list(~h, ~c), list(data.frame(h = 1:2, Freq = c(10, 20)),
   *      data.frame(c = 1:3, Freq = c(8, 12, 10))), control = list(maxit = 1000, epsilon = 1e-13)); weights(s) / d$n
   */
  it("is R’s rake", () => {
    const respondents = [
      [4, 6, 2],
      [3, 5, 9],
    ];
    const raked = rakeNonrespondents(respondents, [10, 20], [8, 12, 10]) ?? [];
    const expected = [
      0.909195742002542, 1.45440567732994, 0.857246406954802, 1.37130431165424, 0.609869295130556, 0.975584601082099,
    ];
    for (const [at, value] of expected.entries()) expect(raked[at % 2][Math.floor(at / 2)]).toBeCloseTo(value, 10);
  });

  it("meets the margins whatever cells are like those of a table that meets them", () => {
    const cell = fc.record({respondents: fc.integer({min: 1, max: 9}), silent: fc.integer({min: 0, max: 9})});
    const tables = fc.array(fc.array(cell, {minLength: 3, maxLength: 3}), {minLength: 2, maxLength: 4});
    fc.assert(
      fc.property(tables, (table) => {
        const respondents = table.map((row) => row.map((each) => each.respondents));
        const silent = table.map((row) => row.map((each) => each.silent));
        const [byClass, byRegion] = [silent.map(sum), [0, 1, 2].map((c) => sum(columnOf(silent, c)))];
        const raked = rakeNonrespondents(respondents, byClass, byRegion) ?? [];
        const weighted = raked.map((row, h) => row.map((each, c) => each * respondents[h][c]));
        for (const [h, wanted] of byClass.entries()) expect(sum(weighted[h])).toBeCloseTo(wanted, 8);
        for (const [c, wanted] of byRegion.entries()) expect(sum(columnOf(weighted, c))).toBeCloseTo(wanted, 8);
        expect(Math.min(...raked.flat())).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it("is 0 in a class or a region in which all answered", () => {
    const respondents = [
      [4, 6],
      [3, 5],
    ];
    expect(rakeNonrespondents(respondents, [0, 8], [3, 5])).toEqual([
      [0, 0],
      [1, 1],
    ]);
    expect(rakeNonrespondents(respondents, [6, 5], [0, 11])).toEqual([
      [0, 1],
      [0, 1],
    ]);
    expect(rakeNonrespondents(respondents, [0, 0], [0, 0])).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });

  it("is null where the silent of a class are in a region of which nobody of the class answered", () => {
    const respondents = [
      [10, 0],
      [10, 7],
    ];
    expect(rakeNonrespondents(respondents, [10, 3], [0, 13])).toBeNull();
    expect(rakeNonrespondents(respondents, [10, 3], [5, 8])).toBeNull();
    expect(rakeNonrespondents(respondents, [5, 8], [6, 7])).not.toBeNull();
  });
});
