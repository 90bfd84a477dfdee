import {describe, expect, it} from "vitest";
import {sizeClassOf} from "./register.js";

describe("sizeClassOf(population)", () => {
  it.each([
    [0, "under2000"],
    [1999, "under2000"],
    [2000, "2000to4999"],
    [4999, "2000to4999"],
    [5000, "5000to19999"],
    [19_999, "5000to19999"],
    [20_000, "20000plus"],
    [599_230, "20000plus"],
  ])("puts %d inhabitants in %s", (population, code) => {
    expect(sizeClassOf(population)).toBe(code);
  });
});
