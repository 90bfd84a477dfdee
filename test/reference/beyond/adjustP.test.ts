import {describe, expect, it} from "vitest";
import {adjustP} from "./adjustP.js";

describe("adjustP", () => {
  it("is Holm’s unless asked otherwise, and never falls below a smaller p’s", () => {
    expect(adjustP([0.01, 0.04, 0.03])).toEqual([0.03, 0.06, 0.06]);
  });

  it("multiplies by the number of tests for Bonferroni, up to 1", () => {
    expect(adjustP([0.01, 0.5, 0.25], "bonferroni")).toEqual([0.03, 1, 0.75]);
  });

  it("controls the false discovery rate for BH", () => {
    expect(adjustP([0.01, 0.04, 0.02], "BH")).toEqual([0.03, 0.04, 0.03]);
  });

  it("leaves the untested out of the count", () => {
    expect(adjustP([0.01, null, 0.03])).toEqual([0.02, null, 0.03]);
    expect(adjustP([])).toEqual([]);
    expect(adjustP([null])).toEqual([null]);
  });
});
