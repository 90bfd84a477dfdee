import {rmSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {drawnBy} from "../../../test/reference/design/designs.js";
import {readWaves, readWavesIn} from "../../../test/support/readWaves.js";
import {joinSamples} from "./joinSamples.js";

describe("joinSamples", () => {
  it("gives each wave strata and clusters of its own, numbered on, and keeps every respondent's weight", async () => {
    const {survey} = await drawnBy("clusters of a finite population");
    const {sample} = survey;
    if (!sample?.clusterOf) throw new Error("no clusters");
    const n = sample.weight.length;
    const {design, weight, stratumOf, clusterOf} = joinSamples([sample, sample], ["2011", "2013"]);
    expect(design).toMatchObject({clusters: 58, lonely: 2, isWeighted: true});
    expect(design.populations).toEqual([...sample.design.populations, ...sample.design.populations]);
    expect([...weight]).toEqual([...sample.weight, ...sample.weight]);
    expect([...stratumOf.slice(n)]).toEqual(Array.from(sample.stratumOf, (h) => h + 6));
    expect([...(clusterOf ?? []).slice(n)]).toEqual(Array.from(sample.clusterOf, (c) => c + 29));
  });

  it("is what the files of waves have, each drawn by itself", async () => {
    const {folder} = await readWaves();
    const design = {weight: null, strata: null, clusters: null, populations: 1000, calibrate: null};
    const {survey} = await readWavesIn(folder, {design});
    expect(survey.sample?.design).toMatchObject({populations: [1000, 1000, 1000], clusters: null, isWeighted: true});
    expect(survey.sample?.weight.reduce((sum, w) => sum + w, 0)).toBeCloseTo(3000, 8);
    rmSync(folder, {recursive: true});
  });
});
