import {describe, expect, it} from "vitest";
import type {Respondents} from "../../src/lib/respondents/respondents.js";
import {readCodebook} from "../inputs/readCodebook.js";
import {sourceReader} from "../inputs/readSource.js";
import {readRegister} from "../inputs/register/readRegister.js";
import {buildWeighting, cellsOfUnits, unitCells, unitClasses, withoutUnits} from "./buildWeighting.js";

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

describe("unitCells", () => {
  const {classes, regions, populations} = unitCells(units);
  const width = regions.length;
  const inCells = (isIn: (cell: number) => boolean) =>
    (populations ?? []).reduce((sum, n, cell) => (isIn(cell) ? sum + n : sum), 0);

  it("has every class in every county, in the order of both lists", () => {
    expect(classes.map(({code}) => code)).toEqual(unitClasses(units).map(({code}) => code));
    expect(regions.map(({code, label, area}) => [code, label.nb, area])).toEqual(
      units.counties.map(({number, name, part_of_country}) => [number, name, part_of_country]),
    );
    expect(populations).toHaveLength(5 * 19);
  });

  it("counts each unit once: by class, and in each county its municipalities and its authority", () => {
    expect(classes.map((_, h) => inCells((cell) => Math.floor(cell / width) === h))).toEqual([96, 136, 147, 51, 18]);
    expect(regions.map((_, c) => inCells((cell) => cell % width === c))).toEqual(
      units.counties.map(({municipalities, name}) => municipalities + (name === "Oslo" ? 0 : 1)),
    );
  });
});

describe("cellsOfUnits", () => {
  it("puts each unit in the class and the county that it is counted in", () => {
    const everyUnit = unitClasses(units).flatMap((each) => each.units);
    const counted = new Array<number>(5 * 19).fill(0);
    for (const cell of cellsOfUnits(everyUnit, units)) counted[cell]++;
    expect(counted).toEqual(unitCells(units).populations);
  });

  it("follows the order of those that answered", () => {
    // Oslo is the third county and among the largest; Finnmark’s authority is of the last county and class.
    expect([...cellsOfUnits(["0301", "20", "0101"], units)]).toEqual([3 * 19 + 2, 4 * 19 + 18, 3 * 19]);
  });

  it("names a unit that is not in the register, or that answered twice", () => {
    expect(() => cellsOfUnits(["0301", "9999"], units)).toThrow("unit in no class: 9999");
    expect(() => cellsOfUnits(["03"], units)).toThrow("unit in no class: 03");
    expect(() => cellsOfUnits(["0301", "0101", "0301"], units)).toThrow("unit answered twice: 0301");
  });
});

describe("buildWeighting", () => {
  it("weights those that answered up to all 448", () => {
    const half = unitClasses(units).flatMap((each) => each.units.filter((_, i) => i % 2 === 0));
    const {classes, weight} = buildWeighting(codebook, answeredBy(half), units);
    expect(classes.map(({respondents}) => respondents)).toEqual([48, 68, 74, 26 + 9]);
    expect(classes[3].label).toEqual({
      nb: "20\u00a0000 innbyggere eller flere og Fylkeskommuner",
      en: "20,000 inhabitants or more and County authorities",
    });
    expect(weight.reduce((sum, each) => sum + each, 0)).toBeCloseTo(448, 9);
  });

  it("weights those of each class and each county up to all its units, neighbours that too few answered in as one", () => {
    const half = unitClasses(units).flatMap((each) => each.units.filter((_, i) => i % 2 === 0));
    const {classes, classOf, regions, weight} = buildWeighting(codebook, answeredBy(half), units);
    const sumOf = (isIn: (row: number) => boolean) => weight.reduce((sum, w, row) => (isIn(row) ? sum + w : sum), 0);
    for (const [h, {population}] of classes.entries())
      expect(sumOf((row) => classOf[row] === h)).toBeCloseTo(population ?? Number.NaN, 6);
    expect(regions.flatMap(({code}) => code.split("+")).sort()).toEqual(units.counties.map(({number}) => number));
    expect(regions.find(({code}) => code.split("+").includes("03"))).toMatchObject({code: "02+03", population: 24});
    for (const {code, population} of regions)
      expect(sumOf((row) => code.split("+").includes(half[row].slice(0, 2)))).toBeCloseTo(population ?? Number.NaN, 6);
    expect(Math.min(...weight)).toBeGreaterThanOrEqual(1);
  });

  it("gives everybody that answered the weight one where all did", () => {
    const everyUnit = unitClasses(units).flatMap((each) => each.units);
    expect(new Set(buildWeighting(codebook, answeredBy(everyUnit), units).weight)).toEqual(new Set([1]));
  });

  it("weights nobody when the codebook has no unit", () => {
    const other = {...codebook, variables: codebook.variables.filter(({type}) => type !== "unitNumber")};
    const weighting = buildWeighting(other, answeredBy(["0101", "05"]), units);
    expect([...weighting.weight]).toEqual([1, 1]);
    expect(weighting.units).toBe(withoutUnits);
    expect(weighting.classes).toMatchObject([{code: "all", population: null, respondents: 2, responseRate: null}]);
  });
});
