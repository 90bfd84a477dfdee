import {describe, expect, it} from "vitest";
import type {Respondents} from "../src/lib/respondents.js";
import {buildWeighting, unitClasses} from "./buildWeighting.js";
import {readCodebook} from "./readCodebook.js";
import {readRegister} from "./readRegister.js";
import {sourceReader} from "./readSource.js";

const units = readRegister(sourceReader());
const codebook = readCodebook(sourceReader());

/** Respondents of whom nothing is known but their unit. */
function answeredBy(codes: readonly string[]): Respondents {
  const column = {name: "unit_number", variable: "unit_number", option: null, categories: codes};
  return {
    codebook: codebook.id,
    count: codes.length,
    rank: "standIn",
    rowNumbers: Int32Array.from(codes, (_, i) => i + 2),
    columns: [{...column, codes: Int32Array.from(codes, (_, i) => i)}],
  };
}

describe("unitClasses", () => {
  it("has all 448 units, each in one class, smallest municipalities first and county authorities last", () => {
    const classes = unitClasses(units);
    expect(classes.map(({code, units: inClass}) => [code, inClass.length])).toEqual([
      ["under2000", 96],
      ["2000to4999", 136],
      ["5000to19999", 147],
      ["20000plus", 51],
      ["countyAuthorities", 18],
    ]);
    expect(new Set(classes.flatMap((each) => each.units)).size).toBe(448);
  });
});

describe("buildWeighting", () => {
  it("weights those that answered up to all 448", () => {
    const half = unitClasses(units).flatMap((each) => each.units.filter((_, i) => i % 2 === 0));
    const {classes, weight} = buildWeighting(codebook, answeredBy(half), units);
    expect(classes.map(({respondents}) => respondents)).toEqual([48, 68, 74, 26 + 9]);
    expect(classes[3].label).toEqual({
      nb: "20 000 innbyggere eller flere og Fylkeskommuner",
      en: "20,000 inhabitants or more and County authorities",
    });
    expect(weight.reduce((sum, each) => sum + each, 0)).toBeCloseTo(448, 9);
  });

  it("weights nobody when the codebook has no unit", () => {
    const other = {...codebook, variables: codebook.variables.filter(({type}) => type !== "unitNumber")};
    expect([...buildWeighting(other, answeredBy(["0101", "05"]), units).weight]).toEqual([1, 1]);
  });
});
