import {describe, expect, it} from "vitest";
import {CellWithoutPopulationError, CellWithoutRespondentsError} from "../errors.js";
import {fitMargin} from "./margin.js";

const count = Float64Array.of(2, 1, 1, 2);
const weight = Float64Array.of(1, 1, 1, 1);
const cells = {codes: Int32Array.of(0, 0, 1, 1), categories: ["north", "south", "west"]};

describe("fitMargin", () => {
  it("scales the weights of each cell to its population", () => {
    expect([...fitMargin(count, weight, {cells, population: [9, 30, 0]})]).toEqual([3, 3, 10, 10]);
  });

  it("names a cell without respondents, and one without population", () => {
    const fitted = (population: (number | null)[]) => () => fitMargin(count, weight, {cells, population});
    expect(fitted([9, 30, 1])).toThrow(CellWithoutRespondentsError);
    expect(fitted([9, 30, 1])).toThrow("cell without respondents: west");
    expect(fitted([9, null, 0])).toThrow(CellWithoutPopulationError);
    expect(fitted([9, null, 0])).toThrow("cell with respondents but no population: south");
  });
});
