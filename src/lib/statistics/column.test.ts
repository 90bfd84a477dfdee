import {describe, expect, it} from "vitest";
import {answeredIn, chose, either, indicator, noAnswer} from "./column.js";

const column = {codes: Int32Array.of(0, 1, 2, noAnswer), categories: ["a", "b", "c"]};

describe("indicator", () => {
  it("is 1 for the chosen categories, 0 for others, and has the column’s codes", () => {
    expect(indicator(column, [0, 2])).toEqual({codes: column.codes, values: [1, 0, 1]});
  });
});

describe("a domain", () => {
  it("loses those who did not answer, or chose another category", () => {
    const inside = Uint8Array.of(1, 1, 0, 1);
    expect([...answeredIn(inside, indicator(column, [0]))]).toEqual([1, 1, 0, 0]);
    expect([...chose(inside, column, 1)]).toEqual([0, 1, 0, 0]);
  });

  it("joined with another holds those in either", () => {
    expect([...either(Uint8Array.of(1, 0, 0), Uint8Array.of(1, 1, 0))]).toEqual([1, 1, 0]);
  });
});
