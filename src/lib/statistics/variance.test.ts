import {describe, expect, it} from "vitest";
import {responsesOf} from "../../../test/support/responsesOf.js";
import {everyone} from "./column.js";
import {buildDesign, type Design, designOfWeights, ofProcess} from "./design.js";
import {LonelyClassError} from "./errors.js";
import {share} from "./mean.js";
import {variance} from "./variance.js";

/** Three of 6, two of 5 and one of 3. */
const answers = responsesOf([1, 0, 1, 0, 1, 1]);
const classOf = Int32Array.of(0, 0, 0, 1, 1, 2);
const count = new Float64Array(6).fill(1);
const classes = [
  {name: "a", population: 6},
  {name: "b", population: 5},
  {name: "c", population: 3},
];
const domain = Uint8Array.of(1, 1, 0, 0, 1, 0);

const design = (lonely?: Design["lonely"]) => buildDesign(count, {classOf, classes, lonely});

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
      expect(share(census, {...answers, codes: answers.codes.subarray(0, all.length)}).standardError).toBe(0);
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

  /** R’s survey with options(survey.lonely.psu = "adjust"). */
  it("takes the deviation of one alone in its class from the whole under the rule adjust, as in R", () => {
    expect(share(design("adjust"), answers).standardError).toBeCloseTo(0.180276119837293, 14);
  });
});

describe("the variance of weights that say how likely each was to answer", () => {
  const weight = Float64Array.of(1, 2, 3.5, 1.5, 1.5, 4, 1);
  const inClasses = {
    classOf: Int32Array.of(0, 0, 0, 1, 1, 1, 1),
    classes: [
      {name: "a", population: 6.5},
      {name: "b", population: 8},
    ],
  };
  const weighed = designOfWeights(new Float64Array(7).fill(1), weight, inClasses);
  const yes = responsesOf([1, 0, 1, 0, 1, 1, 0]);

  /**
   * R: d <- data.frame(class = c("a", "a", "a", "b", "b", "b", "b"), w = c(1, 2, 3.5, 1.5, 1.5, 4, 1),
   *      y = c(1, 0, 1, 0, 1, 1, 0), g = c(1, 1, 0, 1, 1, 0, 1))
   *    s <- svydesign(ids = ~1, strata = ~class, weights = ~w, fpc = ~I(1/w), pps = "brewer", data = d)
   *    SE(svymean(~y, s)); SE(svymean(~y, subset(s, g == 1)))
   */
  it("is Brewer’s, as in R", () => {
    expect(share(weighed, yes).standardError).toBeCloseTo(0.151270232584479, 14);
    const some = Uint8Array.of(1, 1, 0, 1, 1, 0, 1);
    expect(share(weighed, yes, {domain: some}).standardError).toBeCloseTo(0.134982337675105, 14);
  });

  /** R: SE(svymean(~y, svydesign(ids = ~1, strata = ~class, weights = ~w, data = d))) */
  it("is without a finite population when it is about the process, as in R", () => {
    expect(share(ofProcess(weighed), yes).standardError).toBeCloseTo(0.208868918074164, 14);
  });

  it("has nothing of a class whose respondents all stand for themselves alone", () => {
    const certain = designOfWeights(new Float64Array(7).fill(1), Float64Array.of(1, 1, 1, 2, 2, 2, 2), inClasses);
    const ofFirst = Uint8Array.of(1, 1, 1, 0, 0, 0, 0);
    expect(share(certain, yes, {domain: ofFirst})).toMatchObject({proportion: 2 / 3, standardError: 0});
    const ofSecond = Uint8Array.of(0, 0, 0, 1, 1, 1, 1);
    expect(share(certain, yes).standardError).toBeCloseTo(
      (8 / 11) * share(certain, yes, {domain: ofSecond}).standardError,
      14,
    );
  });

  it("is not lonely in a class of one that stands for itself alone, and else takes its deviation from the whole", () => {
    const two = (last: number) =>
      designOfWeights(Float64Array.of(1, 1, 1, 1), Float64Array.of(2, 2, 2, last), {
        classOf: Int32Array.of(0, 0, 0, 1),
        classes: ["a", "b"].map((name) => ({name, population: 6})),
      });
    const answered = responsesOf([1, 0, 0, 1]);
    expect(variance(two(1), Float64Array.of(0, 0, 0, 1), everyone(4))).toBe(0);
    expect(variance(two(4), Float64Array.of(0, 0, 0, 1), everyone(4))).toBeCloseTo(0.75, 14);
    expect(share({...two(1), lonely: "fail"}, answered).standardError).toBeGreaterThan(0);
    expect(() => share({...two(4), lonely: "fail"}, answered)).toThrow(LonelyClassError);
  });
});

describe("the variance of respondents drawn in clusters", () => {
  const of40 = Array.from({length: 40}, (_, i) => i);
  const weight = Float64Array.from(of40, (i) => 1 + (i % 4) / 2);
  const drawn = {
    weight,
    classOf: Int32Array.from(of40, (i) => Math.floor(i / 20)),
    clusterOf: Int32Array.from(of40, (i) => Math.floor(i / 5)),
  };
  const yes = responsesOf(of40.map((i) => Number(i % 3 === 0)));
  const strata = (...populations: (number | null)[]) =>
    populations.map((population, h) => ({name: `${h}`, population}));

  /**
   * R: d <- data.frame(w = 1 + (0:39 %% 4) / 2, cl = rep(1:8, each = 5), st = rep(1:2, each = 20), y = 0:39 %% 3 == 0)
   *    SE(svymean(~y, svydesign(~cl, strata = ~st, weights = ~w, data = d)))
   *    SE(svymean(~y, svydesign(~cl, strata = ~st, weights = ~w, fpc = ~I(ifelse(st == 1, 6, 9)), data = d)))
   */
  it("is that of the clusters’ sums within strata, without and with a finite number of clusters, as in R", () => {
    const design = (...populations: (number | null)[]) =>
      buildDesign(new Float64Array(40).fill(1), {...drawn, classes: strata(...populations)});
    expect(share(design(null, null), yes).standardError).toBeCloseTo(0.0442818738734202, 14);
    expect(share(design(6, 9), yes).standardError).toBeCloseTo(0.0260965125398443, 14);
    expect(share(design(6, 9), yes).degreesOfFreedom).toBe(6);
    expect(share(ofProcess(design(6, 9)), yes).standardError).toBeCloseTo(0.0442818738734202, 14);
  });

  it("has weights of N/n clusters where none are given, and refuses more clusters than there are", () => {
    const {weight: _, ...unweighted} = drawn;
    const design = buildDesign(new Float64Array(40).fill(1), {...unweighted, classes: strata(6, 9)});
    expect([design.weight[0], design.weight[39]]).toEqual([6 / 4, 9 / 4]);
    expect(() => buildDesign(new Float64Array(40).fill(1), {...drawn, classes: strata(3, 9)})).toThrow(
      "more respondents than population in class: 0 (4 of 3)",
    );
  });
});
