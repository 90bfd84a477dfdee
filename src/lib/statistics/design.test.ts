import {describe, expect, it} from "vitest";
import {buildDesign, designOfWeights, ofProcess} from "./design.js";
import {ClassWithoutRespondentsError, OverfullClassError} from "./errors.js";

const count = Float64Array.of(2, 1, 3);
const classOf = Int32Array.of(0, 1, 1);

describe("buildDesign", () => {
  it("weighs respondents by population over respondents of their class, rows of several too", () => {
    const classes = [
      {name: "small", population: 5},
      {name: "large", population: 12},
    ];
    const design = buildDesign(count, {classOf, classes});
    expect([...design.weight]).toEqual([2.5, 3, 3]);
    expect(design.classes.map(({respondents}) => respondents)).toEqual([2, 4]);
  });

  it("weighs by 1 where the population is unknown, and keeps weights that are given", () => {
    expect([...buildDesign(count).weight]).toEqual([1, 1, 1]);
    const weight = Float64Array.of(4, 5, 6);
    expect(buildDesign(count, {weight}).weight).toBe(weight);
  });

  it("takes as unanswered 1 - n/N of the class, nothing where all answered, and all where the population is unknown", () => {
    const classes = [
      {name: "small", population: 5},
      {name: "large", population: 4},
    ];
    expect([...buildDesign(count, {classOf, classes}).unanswered]).toEqual([3 / 5, 0, 0]);
    expect([...buildDesign(count).unanswered]).toEqual([1, 1, 1]);
    const unanswered = Float64Array.of(0.5, 0.25, 0);
    expect(buildDesign(count, {unanswered}).unanswered).toBe(unanswered);
  });

  it("names a class without respondents", () => {
    const classes = ["small", "large", "county"].map((name) => ({name, population: 20}));
    const build = () => buildDesign(count, {classOf, classes});
    expect(build).toThrow(ClassWithoutRespondentsError);
    expect(build).toThrow(/^class without respondents: county$/);
  });

  it("names a class with more respondents than population", () => {
    const classes = ["small", "large"].map((name) => ({name, population: 3}));
    const build = () => buildDesign(count, {classOf, classes});
    expect(build).toThrow(OverfullClassError);
    expect(build).toThrow("more respondents than population in class: large (4 of 3)");
  });
});

describe("designOfWeights", () => {
  it("takes as unanswered all but the respondent itself of those whom it stands for", () => {
    const classes = ["small", "large"].map((name) => ({name, population: 20}));
    const design = designOfWeights(count, Float64Array.of(2, 4, 1), {classOf, classes});
    expect([...design.unanswered]).toEqual([0.5, 0.75, 0]);
    expect([...design.weight]).toEqual([2, 4, 1]);
    expect(design.lonely).toBe("adjust");
  });

  it("is the design of classes where each stands for N/n of its class", () => {
    const classes = [
      {name: "small", population: 5},
      {name: "large", population: 12},
    ];
    const built = buildDesign(count, {classOf, classes, lonely: "adjust"});
    const weighed = designOfWeights(count, built.weight, {classOf, classes});
    for (const [i, part] of weighed.unanswered.entries()) expect(part).toBeCloseTo(built.unanswered[i], 14);
    expect({...weighed, unanswered: null}).toEqual({...built, unanswered: null});
  });
});

describe("ofProcess", () => {
  it("takes all as unanswered, and leaves weights and classes as they are", () => {
    const design = designOfWeights(count, Float64Array.of(2, 4, 1), {
      classOf,
      classes: [
        {name: "a", population: 6},
        {name: "b", population: 9},
      ],
    });
    expect(ofProcess(design)).toEqual({...design, unanswered: Float64Array.of(1, 1, 1)});
  });
});
