import {describe, expect, it} from "vitest";
import {responsesOf} from "../../../test/support/responsesOf.js";
import {buildDesign} from "./design.js";
import {logitInterval} from "./interval.js";
import {sampleInterval} from "./sampleInterval.js";

const weight = Float64Array.from({length: 40}, (_, i) => 1 + (i % 4) / 2);
const count = new Float64Array(40).fill(1);
const yesOf = (k: number) => responsesOf(Array.from({length: 40}, (_, i) => Number(i < k)));
const clusterOf = Int32Array.from({length: 40}, (_, i) => Math.floor(i / 5));

describe("sampleInterval", () => {
  it("is Korn and Graubard’s where fewer than ten say yes, as R’s svyciprop has it", () => {
    // svyciprop(~y, svydesign(~1, weights = ~w, data = d), method = "beta", df = 39)
    const found = sampleInterval(buildDesign(count, {weight}), yesOf(6));
    expect(found).toMatchObject({rule: "beta", proportion: expect.closeTo(0.1357142857142857, 12)});
    expect(found).toMatchObject({
      interval: {low: expect.closeTo(0.046708820135636, 9), high: expect.closeTo(0.285545751554002, 9)},
    });
  });

  it("is made on the logit scale of more", () => {
    const found = sampleInterval(buildDesign(count, {weight, clusterOf}), yesOf(20));
    if (found.rule !== "logit") throw new Error(found.rule);
    expect(found.degreesOfFreedom).toBe(7);
    expect(found.interval).toEqual(logitInterval(found));
  });

  it("is wider of clusters than of as many respondents one by one, also where nobody says yes", () => {
    for (const yes of [0, 5, 20]) {
      const [one, clustered] = [{}, {clusterOf}].map((drawn) => {
        const found = sampleInterval(buildDesign(count, {weight, ...drawn}), yesOf(yes));
        return "interval" in found && found.interval ? found.interval.high - found.interval.low : 0;
      });
      expect(clustered).toBeGreaterThan(one);
    }
  });

  it("is a point where all were drawn, and none where a stratum has one cluster", () => {
    const all = buildDesign(count, {clusterOf, classes: [{name: "all", population: 8}]});
    expect(sampleInterval(all, yesOf(12))).toMatchObject({rule: "census", interval: {low: 0.3, high: 0.3}});
    const one = buildDesign(count, {clusterOf: new Int32Array(40), lonely: "adjust"});
    expect(sampleInterval(one, yesOf(12))).toMatchObject({rule: "none", interval: null});
    expect(sampleInterval(one, yesOf(12), {domain: new Uint8Array(40)})).toMatchObject({rule: "empty"});
  });
});
