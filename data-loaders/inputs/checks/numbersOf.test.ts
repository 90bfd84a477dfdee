import {describe, expect, it} from "vitest";
import {numbersOf} from "./numbersOf.js";

describe("numbersOf(text)", () => {
  it("reads numbers in the order they stand", () => {
    expect(numbersOf("210 of 290 Swedish municipalities answered (73 %)")).toEqual([210, 290, 73]);
  });

  it("reads thousands grouped by space, no-break space or comma", () => {
    expect(numbersOf("155 000 likes")).toEqual([155_000]);
    expect(numbersOf("4\u00a0920\u00a0305 innbyggere")).toEqual([4_920_305]);
    expect(numbersOf("above 20,000 inhabitants")).toEqual([20_000]);
  });

  it("reads decimals after a point or a comma", () => {
    expect(numbersOf("53.1 % og 48,6 %")).toEqual([53.1, 48.6]);
  });

  it("does not run a year or a list into the number after it", () => {
    expect(numbersOf("in 2011 430 municipalities")).toEqual([2011, 430]);
    expect(numbersOf("58, 71 and 46")).toEqual([58, 71, 46]);
    expect(numbersOf("15. januar – 30. april 2011")).toEqual([15, 30, 2011]);
  });

  it("reads none where there is none", () => {
    expect(numbersOf("medier¹ og ½")).toEqual([]);
  });
});
