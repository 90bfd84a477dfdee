import {describe, expect, it} from "vitest";
import {answeredIn, chose, either, indicator, respondedTo} from "./domain.js";
import {noAnswer} from "./tally.js";

const column = {codes: Int32Array.of(0, 1, 2, noAnswer), categories: ["a", "b", "c"]};

describe("indicator", () => {
  it("is 1 for the chosen categories, 0 for others and NaN for no answer", () => {
    expect([...indicator(column, [0, 2])]).toEqual([1, 0, 1, Number.NaN]);
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

describe("respondedTo", () => {
  it("keeps those outside, drops those of whom it is not known, and those inside who left an item out", () => {
    const membership = Float64Array.of(1, 1, 0, Number.NaN);
    const item = Float64Array.of(1, Number.NaN, Number.NaN, 1);
    expect([...respondedTo([item], membership)]).toEqual([1, 0, 1, 0]);
  });
});
