import {describe, expect, it} from "vitest";
import {exampleCell, exampleTable} from "../../../../test/support/exampleTable.js";
import type {Cell, ExploredTable} from "../table.js";
import {metricValue, placedCells, symbolOf} from "./metrics.js";

describe("metricValue", () => {
  it("of a share is the share, of a count the weighted count", () => {
    expect(metricValue(exampleCell(), "estimate", "columnPercent")).toBe(0.54);
    expect(metricValue(exampleCell(), "estimate", "count")).toBe(81);
  });

  it("of nobody is null and not 0, also for a count", () => {
    const nobody = exampleCell({base: 0, count: 0, unweightedBase: 0, estimate: null});
    expect(metricValue(nobody, "estimate", "count")).toBeNull();
    expect(metricValue(nobody, "estimate", "columnPercent")).toBeNull();
    expect(metricValue(nobody, "unweighted_base", "count")).toBe(0);
  });

  it("of a cell that is not published is null", () => {
    for (const status of ["suppressed", "missing", "notApplicable"] as const)
      expect(metricValue({status}, "unweighted_count", "count")).toBeNull();
  });

  it("leaves out the noise of binary fractions", () => {
    expect(metricValue(exampleCell({estimate: 0.1 + 0.2}), "estimate", "mean")).toBe(0.3);
  });
});

describe("symbolOf", () => {
  const symbol = (cell: Cell, own: Partial<ExploredTable> = {}) => {
    const table = exampleTable(own);
    return symbolOf({...placedCells(table)[0], cell}, table);
  };

  it("is that of Statistics Norway", () => {
    expect(symbol({status: "suppressed"})).toBe(":");
    expect(symbol({status: "missing"})).toBe("..");
    expect(symbol({status: "notApplicable"})).toBe(".");
  });

  it("is missing where respondents cannot give a number", () => {
    expect(symbol(exampleCell({interval: null}))).toBe("..");
  });

  it("cannot occur for the interval of a whole row, nor of how many answered", () => {
    expect(symbol(exampleCell(), {measure: "rowPercent"})).toBe(".");
    expect(symbol(exampleCell(), {measure: "count", isWeighted: false})).toBe(".");
    expect(symbol(exampleCell({unweightedBase: 0}), {measure: "rowPercent"})).toBe("..");
  });
});
