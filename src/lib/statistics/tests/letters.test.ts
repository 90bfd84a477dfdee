import {describe, expect, it} from "vitest";
import {letters} from "../../../../test/reference/beyond/letters.js";
import {lettersBy} from "../../../../test/reference/beyond/lettersBy.js";
import {buildDesign, type Design, ofProcess} from "../design.js";

/** A tally: 20 in each of three columns, of whom 2, 10 and 18 say yes; and 4 in a fourth, all yes. */
const count = Float64Array.of(2, 18, 10, 10, 18, 2, 4);
const row = {codes: Int32Array.of(0, 1, 0, 1, 0, 1, 0), categories: ["yes", "no"]};
const column = {codes: Int32Array.of(0, 0, 1, 1, 2, 2, 3), categories: ["a", "b", "c", "d"]};
const design = buildDesign(count);

describe("letters", () => {
  it("give the higher column the letter of the lower, row by row", () => {
    expect(letters(design, {row, column}).letters).toEqual([
      ["", "A", "AB", ""],
      ["BC", "C", "", ""],
    ]);
  });

  it("test no column below the minimum base, nor one at 0 or 100 per cent", () => {
    const pairs = (minimumBase: number) => letters(design, {row, column, minimumBase}).tests.map(({a, b}) => [a, b]);
    expect(pairs(10)).toEqual(pairs(1));
    expect(pairs(10)).toEqual([
      [0, 1],
      [0, 2],
      [1, 2],
      [0, 1],
      [0, 2],
      [1, 2],
    ]);
    expect(pairs(21)).toEqual([]);
  });

  it("test nothing when all have answered, for then differences are facts", () => {
    const census = buildDesign(count, {classes: [{name: "all", population: 64}]});
    expect(letters(census, {row, column})).toEqual({
      tests: [],
      letters: [
        ["", "", "", ""],
        ["", "", "", ""],
      ],
    });
  });

  it("test the process behind the answers though all have answered", () => {
    const census = buildDesign(count, {classes: [{name: "all", population: 64}]});
    const found = (of: Design) => {
      const {tests, ...rest} = letters(of, {row, column});
      return {...rest, tests: tests.map(({interval, ...test}) => ({...test, interval: interval()}))};
    };
    expect(found(ofProcess(census))).toEqual(found(design));
  });

  it("are protected over the table unless asked otherwise", () => {
    const [first] = letters(design, {row, column}).tests;
    const [alone] = lettersBy(design, {row, column, adjust: "bonferroni", family: "row"}).tests;
    expect(first.adjustedP).toBeGreaterThan(first.p);
    expect(alone.adjustedP).toBeCloseTo(3 * alone.p, 14);
  });
});
