import {describe, expect, it} from "vitest";
import {CellWithoutRespondentsError, LonelyClassError} from "../../src/lib/statistics/errors.js";
import {errorMisses} from "./errorMisses.js";

const lonely = () => {
  throw new LonelyClassError("north");
};
const emptyCell = () => {
  throw new CellWithoutRespondentsError("north");
};
const oneRow = () => ({statistic: null, ndf: null, ddf: null, p: null});

describe("errorMisses(compute, expected)", () => {
  it("takes the code of a typed error, what R says of it, or any error", () => {
    for (const expected of ["lonelyClass", "Stratum (1) has only one PSU at stage 1", true])
      expect(errorMisses(lonely, expected)).toEqual([]);
    expect(errorMisses(emptyCell, "Some strata absent from sample: use partial=TRUE")).toEqual([]);
    expect(errorMisses(oneRow, "contrasts can be applied only to factors with 2 or more levels")).toEqual([]);
    expect(errorMisses(lonely, "anything that no code is known by")).toEqual([]);
  });

  it("names another error, and none", () => {
    expect(errorMisses(emptyCell, "Stratum (1) has only one PSU at stage 1")).toEqual([
      "error is cellWithoutRespondents, expected Stratum (1) has only one PSU at stage 1",
    ]);
    expect(errorMisses(lonely, "oneCategory")).toEqual(["error is lonelyClass, expected oneCategory"]);
    expect(errorMisses(() => ({estimate: 0.5}), "lonelyClass")).toEqual(['no error, expected "lonelyClass"']);
  });

  it("lets through what is no error of statistics", () => {
    const broken = () => {
      throw new TypeError("no such column");
    };
    expect(() => errorMisses(broken, "lonelyClass")).toThrow(TypeError);
  });
});
