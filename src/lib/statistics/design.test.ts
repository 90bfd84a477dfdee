import {describe, expect, it} from "vitest";
import {buildDesign} from "./design.js";
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
