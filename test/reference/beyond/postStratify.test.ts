import {describe, expect, it} from "vitest";
import {buildDesign} from "../../../src/lib/statistics/design.js";
import {CellWithoutPopulationError, CellWithoutRespondentsError} from "./cellErrors.js";
import {postStratify} from "./postStratify.js";

const design = buildDesign(Float64Array.of(2, 1, 1, 2));
const region = {codes: Int32Array.of(0, 0, 1, 1), categories: ["north", "south", "west"]};

describe("postStratify", () => {
  it("scales the weights of each cell to its population", () => {
    expect([...postStratify(design, {cells: region, population: [9, 30, 0]}).weight]).toEqual([3, 3, 10, 10]);
  });

  it("names a cell without respondents, and one without population", () => {
    expect(() => postStratify(design, {cells: region, population: [9, 30, 1]})).toThrow(CellWithoutRespondentsError);
    expect(() => postStratify(design, {cells: region, population: [9, 30, 1]})).toThrow(
      "cell without respondents: west",
    );
    expect(() => postStratify(design, {cells: region, population: [9, null, 0]})).toThrow(CellWithoutPopulationError);
    expect(() => postStratify(design, {cells: region, population: [9, null, 0]})).toThrow(
      "cell with respondents but no population: south",
    );
  });
});
