import {describe, expect, it} from "vitest";
import {buildDesign, ofProcess} from "../design.js";
import {EmptyBaseError} from "../errors.js";
import {raoScott} from "./raoScott.js";

const row = {codes: Int32Array.of(1, 0, 1, 0, 1, 1), categories: ["no", "yes", "neither"]};
const column = {codes: Int32Array.of(0, 0, 2, 2, 0, 2), categories: ["u", "nobody", "v"]};
const count = new Float64Array(6).fill(1);
const design = buildDesign(count, {weight: Float64Array.of(6, 6, 6, 5, 5, 3)});

describe("raoScott", () => {
  it("is R’s svychisq once categories that nobody chose are dropped", () => {
    const test = raoScott(design, {row, column});
    expect(test?.f).toBeCloseTo(9.17015966050295e-5, 15);
    expect(test?.numeratorDegrees).toBeCloseTo(1, 14);
    expect(test?.denominatorDegrees).toBeCloseTo(5, 13);
    expect(test?.p).toBeCloseTo(0.992729833842103, 13);
  });

  it("is R’s svychisq where a cell is empty", () => {
    const letters = {codes: Int32Array.of(0, 1, 0, 1, 0, 0, 1, 1), categories: ["a", "b"]};
    const groups = {codes: Int32Array.of(0, 1, 1, 2, 2, 0, 2, 1), categories: ["u", "v", "w"]};
    const weighted = buildDesign(new Float64Array(8).fill(1), {weight: Float64Array.of(6, 6, 6, 5, 5, 3, 2, 4)});
    const test = raoScott(weighted, {row: letters, column: groups});
    expect(test?.f).toBeCloseTo(0.897644728702624, 13);
    expect(test?.numeratorDegrees).toBeCloseTo(1.9854998010389, 12);
    expect(test?.p).toBeCloseTo(0.429196922188428, 13);
  });

  it("of one column is no test", () => {
    expect(raoScott(design, {row, column, domain: Uint8Array.of(1, 1, 0, 0, 1, 0)})).toBeNull();
  });

  it("is no test where too many cells are empty to tell", () => {
    const codes = Int32Array.of(0, 1, 2, 0, 1, 2);
    const diagonal = {codes, categories: ["a", "b", "c"]};
    expect(raoScott(design, {row: diagonal, column: diagonal})).toBeNull();
  });

  it("is no test when all have answered, but one of the process behind the answers", () => {
    const census = buildDesign(count, {classes: [{name: "all", population: 6}]});
    expect(raoScott(census, {row, column})).toBeNull();
    expect(raoScott(ofProcess(census), {row, column})).toEqual(raoScott(buildDesign(count), {row, column}));
  });

  it("of nobody is an error", () => {
    expect(() => raoScott(design, {row, column, domain: new Uint8Array(6)})).toThrow(EmptyBaseError);
  });
});
