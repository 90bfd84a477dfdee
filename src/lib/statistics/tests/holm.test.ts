import {describe, expect, it} from "vitest";
import {holm} from "./holm.js";

describe("holm", () => {
  it("multiplies the smallest by all, and never falls below a smaller p’s", () => {
    expect(holm([0.01, 0.04, 0.03])).toEqual([0.03, 0.06, 0.06]);
  });

  it("is at most 1, and of no tests nothing", () => {
    expect(holm([0.5, 0.6])).toEqual([1, 1]);
    expect(holm([])).toEqual([]);
  });
});
