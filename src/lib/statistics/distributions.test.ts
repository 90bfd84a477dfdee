import tQuantile from "@stdlib/stats-base-dists-t-quantile";
import {describe, expect, it} from "vitest";
import {betaQuantile, criticalZ, hypergeometricCdf} from "../../../test/reference/beyond/distributions.js";
import grid from "./distributions.grid.json" with {type: "json"};
import {criticalT, twoSidedP, upperF} from "./distributions.js";

/** R 4.2: qt, 2 * pt(-t), pf(lower.tail = FALSE), qbeta, qnorm, phyper; the last of each row is the result. */
const functions: Record<keyof typeof grid, (...args: number[]) => number> = {
  tQuantile,
  twoSidedP,
  upperF,
  betaQuantile,
  criticalZ,
  hypergeometricCdf,
};

describe.each(Object.entries(grid) as [keyof typeof grid, number[][]][])("%s", (name, rows) => {
  it("agrees with R to twelve digits, far out in the tail too", () => {
    for (const row of rows) {
      const expected = row[row.length - 1];
      const got = functions[name](...row.slice(0, -1));
      expect(Math.abs(got - expected), `${name}(${row.slice(0, -1)}) = ${got}`).toBeLessThanOrEqual(1e-12 * expected);
    }
  });
});

describe("criticalT", () => {
  it("is what leaves half of the rest above it", () => {
    expect(criticalT(0.95, 288)).toBeCloseTo(tQuantile(0.975, 288), 14);
  });

  it("is not defined without degrees of freedom", () => {
    expect(criticalT(0.95, 0)).toBeNaN();
  });
});
