import {describe, expect, it} from "vitest";
import {exampleCell} from "../../../../test/support/exampleTable.js";
import type {Cell, Measure} from "../table.js";
import {measures} from "../table.js";
import {cellText, hundredText, intervalText, isOfFew, isShown, lackOf} from "./cellText.js";

const suppressed: Cell = {status: "suppressed"};
const missing: Cell = {status: "missing"};
const notApplicable: Cell = {status: "notApplicable"};
const nobody = exampleCell({unweightedCount: 0, unweightedBase: 0, count: 0, base: 0, estimate: null, interval: null});
const meanOfFew = exampleCell({unweightedCount: 4, unweightedBase: 4, estimate: null, interval: null});
const few = exampleCell({unweightedCount: 3, unweightedBase: 4, estimate: 0.71});
const shares: readonly Measure[] = ["columnPercent", "rowPercent", "totalPercent"];

describe("lackOf", () => {
  it("is why there is no number, and of nobody, or of too few for a mean, that answers are missing", () => {
    expect([suppressed, missing, notApplicable, nobody, meanOfFew, few].map(lackOf)).toEqual([
      "suppressed",
      "missing",
      "notApplicable",
      "missing",
      "missing",
      null,
    ]);
  });
});

describe("isShown", () => {
  it("is true of numbers alone", () => {
    expect([suppressed, missing, notApplicable, nobody, meanOfFew, few, exampleCell()].map(isShown)).toEqual([
      false,
      false,
      false,
      false,
      false,
      true,
      true,
    ]);
  });
});

describe("isOfFew", () => {
  it("is true of shares of fewer than five, and never of a count or a mean", () => {
    const five = exampleCell({unweightedBase: 5});
    expect(measures.map((measure) => [isOfFew(few, measure), isOfFew(five, measure)])).toEqual([
      [true, false],
      [true, false],
      [true, false],
      [false, false],
      [false, false],
    ]);
  });
});

describe("cellText", () => {
  it("is a symbol of its own for each lack of a number, whatever is measured", () => {
    for (const measure of measures)
      expect([suppressed, missing, notApplicable, nobody].map((cell) => cellText(cell, measure, "nb"))).toEqual([
        ":",
        "..",
        ".",
        "..",
      ]);
  });

  it("is a share in whole per cent, and none is 0 per cent", () => {
    for (const measure of shares) {
      expect([cellText(exampleCell(), measure, "nb"), cellText(exampleCell(), measure, "en")]).toEqual([
        "54\u00a0%",
        "54%",
      ]);
      expect(cellText(exampleCell({unweightedCount: 0, estimate: 0}), measure, "en")).toBe("0%");
    }
  });

  it("is a number of answers where there are fewer than five, without weights", () => {
    for (const measure of shares)
      expect([cellText(few, measure, "nb"), cellText(few, measure, "en")]).toEqual(["3 av 4", "3 of 4"]);
  });

  it("is a weighted count without decimals, and nil where nobody is counted", () => {
    const many = exampleCell({count: 1234.56});
    expect([cellText(many, "count", "nb"), cellText(many, "count", "en")]).toEqual(["1\u00a0235", "1,235"]);
    expect(cellText(exampleCell({unweightedCount: 0, count: 0}), "count", "en")).toBe("-");
  });

  it("is a mean with two decimals, and a symbol where too few answered for one", () => {
    expect(cellText(meanOfFew, "mean", "en")).toBe("..");
    const mean = exampleCell({estimate: 2.9449, unweightedBase: 5});
    expect([cellText(mean, "mean", "nb"), cellText(mean, "mean", "en")]).toEqual(["2,94", "2.94"]);
  });
});

describe("intervalText", () => {
  it("is from end to end in the measure’s own scale", () => {
    const of = (low: number, high: number) => exampleCell({interval: {low, high, level: 0.95}});
    expect(intervalText(of(0.482, 0.6), "columnPercent", "nb")).toBe("48–60");
    expect(intervalText(of(1200.4, 1300.6), "count", "en")).toBe("1,200–1,301");
    expect(intervalText(of(2.5, 3.125), "mean", "nb")).toBe("2,5–3,13");
  });

  it("has the decimals that tell its ends apart, two more at most", () => {
    const of = (low: number, high: number) => exampleCell({interval: {low, high, level: 0.95}});
    expect(intervalText(of(0.1992, 0.2008), "columnPercent", "nb")).toBe("19,9–20,1");
    expect(intervalText(of(0.19996, 0.20004), "columnPercent", "en")).toBe("20–20");
    expect(intervalText(of(60.281, 60.284), "mean", "en")).toBe("60.281–60.284");
    expect(intervalText(of(12.1, 12.3), "count", "en")).toBe("12.1–12.3");
  });

  it("is nothing where there is none, where it is a point, of few, and of what is not shown", () => {
    const point = exampleCell({interval: {low: 0.54, high: 0.54, level: 0.95}});
    for (const cell of [exampleCell({interval: null}), point, few, suppressed, missing, notApplicable, nobody])
      expect(intervalText(cell, "columnPercent", "en")).toBe("");
    expect(intervalText(few, "count", "en")).not.toBe("");
  });
});

describe("hundredText", () => {
  it("is a number out of a hundred without a sign, of few the number of answers, and a symbol where there is none", () => {
    expect([exampleCell(), few, suppressed, missing, notApplicable].map((cell) => hundredText(cell, "nb"))).toEqual([
      "54",
      "3 av 4",
      ":",
      "..",
      ".",
    ]);
    expect(hundredText(few, "en")).toBe("3 of 4");
  });
});
