import {describe, expect, it} from "vitest";
import {drawnBy} from "../../../test/reference/design/designs.js";
import {joinSamples} from "./joinSamples.js";

describe("joinSamples", () => {
  it("gives each wave strata and clusters of its own, numbered on, and keeps every respondent's weight", async () => {
    const {survey} = await drawnBy("clusters of a finite population");
    const {sample} = survey;
    if (!sample?.clusterOf) throw new Error("no clusters");
    const n = sample.weight.length;
    const {design, weight, stratumOf, clusterOf} = joinSamples([sample, sample]);
    expect(design).toMatchObject({clusters: 58, lonely: 2, isWeighted: true});
    expect(design.populations).toEqual([...sample.design.populations, ...sample.design.populations]);
    expect([...weight]).toEqual([...sample.weight, ...sample.weight]);
    expect([...stratumOf.slice(n)]).toEqual(Array.from(sample.stratumOf, (h) => h + 6));
    expect([...(clusterOf ?? []).slice(n)]).toEqual(Array.from(sample.clusterOf, (c) => c + 29));
  });
});
