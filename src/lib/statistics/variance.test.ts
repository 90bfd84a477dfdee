import {describe, expect, it} from "vitest";
import {buildDesign, type LonelyRule} from "./design.js";
import {everyone} from "./domain.js";
import {LonelyClassError} from "./errors.js";
import {share} from "./share.js";
import {variance} from "./variance.js";

/** Three of 6, two of 5 and one of 3. */
const answers = Float64Array.of(1, 0, 1, 0, 1, 1);
const classOf = Int32Array.of(0, 0, 0, 1, 1, 2);
const count = new Float64Array(6).fill(1);
const classes = [
  {name: "a", population: 6},
  {name: "b", population: 5},
  {name: "c", population: 3},
];
const domain = Uint8Array.of(1, 1, 0, 0, 1, 0);

const design = (lonely?: LonelyRule) => buildDesign(count, {classOf, classes, lonely});

describe("variance", () => {
  it("is (1 - n/N) n/(n - 1) times the sum of squares about the class mean", () => {
    const simple = buildDesign(Float64Array.of(1, 1, 1, 1), {classes: [{name: "all", population: 8}]});
    const contributions = Float64Array.of(0, 0, 1, 3);
    expect(variance(simple, contributions, everyone(4))).toBeCloseTo((1 / 2) * (4 / 3) * 6, 14);
  });

  it("is that of the same respondents in rows of several", () => {
    const one = buildDesign(Float64Array.of(1, 1, 1, 1));
    const tallied = buildDesign(Float64Array.of(2, 1, 1));
    const expected = variance(one, Float64Array.of(0, 0, 1, 3), everyone(4));
    expect(variance(tallied, Float64Array.of(0, 1, 3), everyone(3))).toBeCloseTo(expected, 14);
  });

  it("is zero when all have answered", () => {
    const census = buildDesign(count, {classes: [{name: "all", population: 6}]});
    expect(share(census, answers).standardError).toBe(0);
  });

  it("is zero when only rounding is missing, of a single respondent too", () => {
    const nearly = [6, 1].map((population) => population + 1e-9);
    for (const population of nearly) {
      const all = new Float64Array(Math.round(population)).fill(1);
      const census = buildDesign(all, {classes: [{name: "all", population}]});
      expect(share(census, answers.subarray(0, all.length)).standardError).toBe(0);
    }
  });

  it("names a class of one respondent that has others who did not answer", () => {
    expect(() => share(design(), answers)).toThrow(LonelyClassError);
    expect(() => share(design(), answers)).toThrow("class with a single respondent: c");
  });

  it("takes no notice of such a class where it is outside the domain", () => {
    expect(share(design(), answers, {domain}).standardError).toBeCloseTo(0.213674202192518, 14);
  });

  it("lets a class of one that is complete add nothing", () => {
    const certain = [classes[0], classes[1], {name: "c", population: 1}];
    const complete = buildDesign(count, {classOf, classes: certain});
    expect(share(complete, answers).standardError).toBeGreaterThan(0);
  });

  /** R’s survey with options(survey.lonely.psu = ...). */
  it.each<[LonelyRule, number]>([
    ["adjust", 0.180276119837293],
    ["certainty", 0.171279697261169],
    ["remove", 0.171279697261169],
    ["average", 0.20977393079412],
  ])("with a lonely class under the rule %s is as in R", (lonely, standardError) => {
    expect(share(design(lonely), answers).standardError).toBeCloseTo(standardError, 14);
  });

  it("is not a number when every class is lonely and should have the average of the others", () => {
    const lonely = Uint8Array.of(0, 0, 0, 0, 0, 1);
    expect(share(design("average"), answers, {domain: lonely}).standardError).toBeNaN();
  });
});
