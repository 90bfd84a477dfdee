import {describe, expect, it} from "vitest";
import {type UnitStep, unitReasonLabel, unitStepText} from "./unitSteps.js";

const unitSteps = Object.keys(unitStepText) as UnitStep[];

describe("unitStepText and unitReasonLabel", () => {
  it.each(["nb", "en"] as const)("call no two things the same in %s", (lang) => {
    const labels = [
      ...unitSteps.map((step) => unitStepText[step].label[lang]),
      ...Object.values(unitReasonLabel).map((label) => label[lang]),
    ];
    expect(new Set(labels).size).toBe(labels.length);
  });

  it.each(["nb", "en"] as const)("say in a whole sentence what each step does in %s", (lang) => {
    for (const step of unitSteps) expect(unitStepText[step].does[lang]).toMatch(/^\p{Lu}.*\.$/u);
  });
});
