import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {categoryFrom, explorerFrom, registerFrom} from "../../../test/support/exampleExplored.js";
import {
  type Conditions,
  cellsWith,
  classOfCell,
  designOf,
  groupWeights,
  isOfRegister,
  populationWith,
  smallTally,
  type TableWeights,
  tableWeights,
} from "./tableWeights.js";
import {classColumn, regionColumn} from "./variable.js";

/** Three classes in two regions; of the first region’s large units all answered. */
const {units} = explorerFrom({small: 40, middle: 20, large: 50}, {regions: {north: [30, 10, 20], south: [10, 10, 30]}});
const respondents = Float64Array.of(15, 5, 2, 3, 20, 15);
const size = registerFrom("size", ["small", "middle", "large"], classColumn);
const region = registerFrom("region", ["north", "south"], regionColumn);
const [small, middle, large] = size.categories;
const [north, south] = region.categories;
const cells = [0, 1, 2, 3, 4, 5];

function made(isWeighted = true): TableWeights {
  const weights = tableWeights(units, respondents, {isWeighted});
  if (!weights) throw new Error("no weights");
  return weights;
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0);
const standFor = (weight: Float64Array, among: readonly number[], n = respondents) =>
  sum(among.map((cell) => n[cell] * weight[cell]));

describe("tableWeights", () => {
  it("merge a class that too few answered in, and say where each went", () => {
    const {classes, classOf, regions, regionOf} = made();
    expect(classOf).toEqual([0, 0, 1]);
    expect(classes.map(({code, population, respondents: n, weight}) => [code, population, n, weight])).toEqual([
      ["small+middle", 60, 25, 60 / 25],
      ["large", 50, 35, 50 / 35],
    ]);
    expect(regionOf).toEqual([0, 1]);
    expect(regions.map(({code, population, respondents: n}) => [code, population, n])).toEqual([
      ["north", 60, 37],
      ["south", 50, 23],
    ]);
    expect(cells.map((cell) => classOfCell(made(), cell))).toEqual([0, 0, 0, 0, 1, 1]);
  });

  it("let respondents stand for all units of their class, and for all of their region", () => {
    const weight = made().nonrespondents.map((each) => 1 + each);
    expect(standFor(weight, [0, 1, 2, 3])).toBeCloseTo(60, 9);
    expect(standFor(weight, [4, 5])).toBeCloseTo(50, 9);
    expect(standFor(weight, [0, 2, 4])).toBeCloseTo(60, 9);
    expect(standFor(weight, [1, 3, 5])).toBeCloseTo(50, 9);
  });

  it("are one of all units without weights, in which each counts the same", () => {
    const weights = made(false);
    expect(weights).toMatchObject({
      classOf: [0, 0, 0],
      regionOf: [0, 0],
      classes: [{code: "all", population: 110, respondents: 60, responseRate: 60 / 110, weight: 110 / 60}],
    });
    for (const each of weights.nonrespondents) expect(1 + each).toBeCloseTo(110 / 60, 12);
  });

  it("are one each of units that nobody knows the number of", () => {
    const unknown = explorerFrom({all: null}).units;
    for (const isWeighted of [true, false]) {
      const weights = tableWeights(unknown, Float64Array.of(7), {isWeighted});
      expect(weights?.classes).toMatchObject([{population: null, respondents: 7, responseRate: null, weight: 1}]);
      expect([...(weights?.nonrespondents ?? [])]).toEqual([0]);
    }
  });

  it("are none where nobody is left", () => {
    for (const isWeighted of [true, false]) expect(tableWeights(units, new Float64Array(6), {isWeighted})).toBeNull();
  });
});

describe("isOfRegister", () => {
  it("is true of what is counted by class or by region, whatever it is called", () => {
    const kind = registerFrom("kind", ["small", "large"], classColumn);
    expect([small, north, kind.categories[0], categoryFrom("uses", "yes")].map(isOfRegister)).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });
});

describe("cellsWith", () => {
  const found = (...conditions: Conditions) => cells.filter(cellsWith(units, conditions));

  it("are the cells of any category of a list, and of every list", () => {
    expect(found()).toEqual(cells);
    expect(found([small])).toEqual([0, 1]);
    expect(found([small, large])).toEqual([0, 1, 4, 5]);
    expect(found([south])).toEqual([1, 3, 5]);
    expect(found([small, large], [south])).toEqual([1, 5]);
    expect(found([small, large], [middle, large])).toEqual([4, 5]);
    expect(found([small], [large])).toEqual([]);
    expect(found([])).toEqual([]);
    expect(found([categoryFrom(classColumn, "smaller", ["small", "middle"])])).toEqual([0, 1, 2, 3]);
  });

  it("hold how many units, whether they answered or not", () => {
    expect(populationWith(units, [])).toBe(110);
    expect(populationWith(units, [[small, large], [south]])).toBe(40);
    expect(populationWith(units, [[small], [large]])).toBe(0);
    expect(populationWith(explorerFrom({small: null}).units, [[small]])).toBeNull();
  });
});

describe("groupWeights", () => {
  it("make the respondents of a group stand for its units, and leave the others", () => {
    const weights = made();
    const conditions = [[small]];
    const weight = groupWeights(weights, conditions);
    expect(standFor(weight, [0, 1])).toBeCloseTo(40, 9);
    for (const cell of [2, 3, 4, 5]) expect(weight[cell]).toBe(1 + weights.nonrespondents[cell]);
  });

  it("leave respondents of a group in which all answered to stand for themselves alone", () => {
    const weight = groupWeights(made(), [[large], [north]]);
    expect(weight[4]).toBe(1);
    expect(weight[5]).toBeGreaterThan(1);
  });

  it("add up to the units of whatever group of the register has respondents, and never count one as less than itself", () => {
    const numbers = fc.array(fc.record({units: fc.nat(60), share: fc.double({min: 0, max: 1, noNaN: true})}), {
      minLength: 6,
      maxLength: 6,
    });
    const chosen = fc.tuple(
      fc.subarray([...size.categories], {minLength: 1}),
      fc.subarray([...region.categories], {minLength: 1}),
    );
    fc.assert(
      fc.property(numbers, chosen, fc.boolean(), (each, conditions, isWeighted) => {
        const populations = each.map((cell) => cell.units);
        const n = Float64Array.from(each, (cell) => Math.round(cell.units * cell.share));
        const made = tableWeights({...units, populations}, n, {isWeighted});
        if (!made) return;
        const weight = groupWeights(made, conditions);
        const inside = cells.filter(cellsWith(units, conditions));
        expect(cells.every((cell) => weight[cell] >= 1)).toBe(true);
        if (inside.every((cell) => n[cell] === 0)) return;
        const whole = sum(inside.map((cell) => populations[cell]));
        expect(standFor(weight, inside, n)).toBeCloseTo(whole, 7);
      }),
      {numRuns: 500},
    );
  });
});

describe("smallTally", () => {
  const answered = [
    [10, 0, 0, 3, 20, 7],
    [5, 4, 0, 0, 0, 7],
  ];

  it("has a row for each cell and answer that somebody gave, and one for the rest of the cell", () => {
    const weights = made();
    const weight = groupWeights(weights, []);
    const {design, responses} = smallTally(weights, weight, answered, [1, 0]);
    expect([...design.count]).toEqual([10, 5, 4, 1, 2, 3, 20, 7, 7, 1]);
    expect([...design.classOf]).toEqual([0, 0, 0, 0, 0, 0, 1, 1, 1, 1]);
    expect([...responses.codes]).toEqual([0, 1, 1, -1, -1, 0, 0, 0, 1, -1]);
    expect(responses.values).toEqual([1, 0]);
    expect([...design.weight]).toEqual([0, 0, 1, 1, 2, 3, 4, 5, 5, 5].map((cell) => weight[cell]));
    expect(design.classes.map(({respondents: n, population}) => [n, population])).toEqual([
      [25, 60],
      [35, 50],
    ]);
  });
});

describe("designOf", () => {
  it("takes of whom each respondent stands for the part that did not answer, all but itself", () => {
    const {unanswered} = designOf(made(), Float64Array.of(25, 35), Int32Array.of(0, 4), Float64Array.of(2.4, 1));
    expect([...unanswered]).toEqual([1 - 1 / 2.4, 0]);
  });

  it("takes respondents of units that nobody knows the number of as a sample without end", () => {
    const weights = tableWeights(explorerFrom({all: null}).units, Float64Array.of(7), {isWeighted: true});
    if (!weights) throw new Error("no weights");
    const design = designOf(weights, Float64Array.of(3, 4), Int32Array.of(0, 0), Float64Array.of(1, 1));
    expect([...design.unanswered]).toEqual([1, 1]);
    expect([...design.weight]).toEqual([1, 1]);
  });
});
