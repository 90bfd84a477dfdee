import {describe, expect, it} from "vitest";
import {fixedSample} from "../support/sampled.js";

const items = Array.from({length: 100}, (_, index) => index);

describe("fixedSample(items, {size, kind})", () => {
  it("is the same every time, in the order of the items", () => {
    const sample = fixedSample(items, {size: 10, kind: () => "any"});
    expect(sample).toHaveLength(10);
    expect(sample).toEqual(fixedSample(items, {size: 10, kind: () => "any"}));
    expect(sample).toEqual([...sample].sort((a, b) => a - b));
  });

  it("has an item of every kind, even where that makes it larger", () => {
    const sample = fixedSample(items, {size: 3, kind: (item) => item % 7});
    expect(new Set(sample.map((item) => item % 7)).size).toBe(7);
  });

  it("is everything where there is not more", () => {
    expect(fixedSample(items, {size: 1000, kind: () => "any"})).toEqual(items);
  });
});
