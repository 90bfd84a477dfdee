import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {designOfWeights} from "../statistics/design.js";
import {ClassWithoutRespondentsError} from "../statistics/errors.js";
import {share} from "../statistics/mean.js";
import {type UnitCells, weighCells, weighEqually, weightRespondents, weightsOfGroup} from "./weighting.js";

const label = (code: string) => ({nb: `${code} nb`, en: `${code} en`});

/** By class how many units of each region; regions by the area that they are in. */
function register(areas: Readonly<Record<string, string>>, byClass: Readonly<Record<string, readonly number[]>>) {
  const units = {
    classes: Object.keys(byClass).map((code) => ({code, label: label(code)})),
    regions: Object.entries(areas).map(([code, area]) => ({code, label: label(code), area})),
    populations: Object.values(byClass).flat(),
  };
  return units satisfies UnitCells;
}

/** One region. */
const sizes = register({all: "all"}, {small: [96], medium: [136], large: [147], city: [51], authority: [18]});

const classesOf = (counts: readonly number[], cells: UnitCells = sizes) =>
  weighCells(cells, Float64Array.from(counts)).classes.map(({code}) => code);

describe("weighCells", () => {
  it("gives each respondent of one region N/n of its class", () => {
    const {classes, nonrespondents} = weighCells(sizes, Float64Array.of(48, 68, 49, 17, 18));
    expect(classes.map(({code, population, respondents, weight}) => [code, population, respondents, weight])).toEqual([
      ["small", 96, 48, 2],
      ["medium", 136, 68, 2],
      ["large", 147, 49, 3],
      ["city", 51, 17, 3],
      ["authority", 18, 18, 1],
    ]);
    expect([...nonrespondents]).toEqual([1, 1, 2, 2, 0]);
    expect(classes[3].responseRate).toBe(1 / 3);
  });

  it("merges a class of fewer than ten with the next smaller one", () => {
    expect(classesOf([48, 100, 9, 17, 18])).toEqual(["small", "medium+large", "city", "authority"]);
  });

  it("merges a class of which less than a third answered", () => {
    expect(classesOf([48, 100, 48, 17, 18])).toEqual(["small", "medium+large", "city", "authority"]);
    expect(classesOf([48, 68, 49, 17, 18])).toEqual(["small", "medium", "large", "city", "authority"]);
  });

  it("merges the smallest with the next larger one", () => {
    expect(classesOf([9, 80, 49, 17, 18])).toEqual(["small+medium", "large", "city", "authority"]);
  });

  it("merges county authorities with the largest municipalities, but these never with them while smaller ones are left", () => {
    expect(classesOf([48, 68, 49, 17, 9])).toEqual(["small", "medium", "large", "city+authority"]);
    expect(classesOf([48, 68, 60, 9, 18])).toEqual(["small", "medium", "large+city", "authority"]);
    expect(classesOf([48, 68, 60, 9, 9])).toEqual(["small", "medium", "large+city+authority"]);
  });

  it("merges smaller municipalities first, and then looks at county authorities", () => {
    expect(classesOf([48, 68, 70, 16, 9])).toEqual(["small", "medium", "large+city+authority"]);
  });

  it("merges on when two do not suffice together, at last into one", () => {
    expect(classesOf([9, 9, 140, 17, 18])).toEqual(["small+medium+large", "city", "authority"]);
    expect(classesOf([1, 0, 0, 0, 0])).toEqual(["small+medium+large+city+authority"]);
  });

  it("does not merge a class in which all answered, however small", () => {
    const cells = register({all: "all"}, {municipality: [430], authority: [2]});
    expect(classesOf([200, 2], cells)).toEqual(["municipality", "authority"]);
    expect(classesOf([200, 1], cells)).toEqual(["municipality+authority"]);
  });

  it("names a merged class by all its parts in both languages", () => {
    expect(weighCells(sizes, Float64Array.of(9, 9, 140, 17, 18)).classes[0].label).toEqual({
      nb: "small nb, medium nb og large nb",
      en: "small en, medium en and large en",
    });
  });

  it("is 1 for everyone when all answered", () => {
    const {nonrespondents} = weighCells(sizes, Float64Array.from(sizes.populations));
    expect([...nonrespondents]).toEqual([0, 0, 0, 0, 0]);
  });

  it("takes respondents of an unknown population as they are, in the classes that they are in", () => {
    const {classes, nonrespondents} = weighCells({...sizes, populations: null}, Float64Array.of(1, 2, 3, 4, 5));
    expect(classes.map(({code}) => code)).toEqual(["small", "medium", "large", "city", "authority"]);
    expect(classes[0]).toMatchObject({population: null, respondents: 1, responseRate: null, weight: 1});
    expect([...nonrespondents]).toEqual([0, 0, 0, 0, 0]);
  });

  it("refuses no respondents", () => {
    expect(() => weighCells(sizes, new Float64Array(5))).toThrow(ClassWithoutRespondentsError);
  });
});

/** Two counties in the north, two in the south. */
const areas = {n1: "north", n2: "north", s1: "south", s2: "south"};

describe("weighCells by region", () => {
  const regionsOf = (populations: readonly number[], counts: readonly number[], of = areas) =>
    weighCells(register(of, {all: populations}), Float64Array.from(counts)).regions.map(({code}) => code);

  it("merges a region of fewer than five, or of which less than a third answered", () => {
    expect(regionsOf([9, 15, 9, 9], [5, 5, 5, 5])).toEqual(["n1", "n2", "s1", "s2"]);
    expect(regionsOf([9, 15, 9, 9], [5, 4, 5, 5])).toEqual(["n1+n2", "s1", "s2"]);
    expect(regionsOf([9, 16, 9, 9], [5, 5, 5, 5])).toEqual(["n1+n2", "s1", "s2"]);
  });

  it("merges within the area first: the first of it with the next", () => {
    expect(regionsOf([9, 9, 9, 9], [5, 5, 4, 5])).toEqual(["n1", "n2", "s1+s2"]);
  });

  it("merges within an area whose regions do not stand side by side", () => {
    const mixed = {n1: "north", s1: "south", n2: "north", s2: "south"};
    const {regions, regionOf} = weighCells(register(mixed, {all: [9, 9, 9, 9]}), Float64Array.of(5, 5, 4, 5));
    expect(regions.map(({code}) => code)).toEqual(["n1+n2", "s1", "s2"]);
    expect(regionOf).toEqual([0, 1, 0, 2]);
  });

  it("merges across areas where a whole area does not suffice", () => {
    expect(regionsOf([9, 9, 9, 9], [5, 5, 2, 2])).toEqual(["n1", "n2+s1+s2"]);
    expect(regionsOf([9, 9, 9, 9], [2, 2, 5, 5])).toEqual(["n1+n2+s1", "s2"]);
  });

  it("does not merge a region in which all answered, and lets its respondents stand for themselves alone", () => {
    const cells = register(areas, {small: [1, 8, 20, 9], large: [1, 8, 20, 9]});
    const {regions, nonrespondents} = weighCells(cells, Float64Array.of(1, 5, 15, 3, 1, 3, 10, 5));
    expect(regions.map(({code, weight}) => [code, weight])).toEqual([
      ["n1", 1],
      ["n2", 2],
      ["s1", 40 / 25],
      ["s2", 18 / 8],
    ]);
    expect([nonrespondents[0], nonrespondents[4]]).toEqual([0, 0]);
    expect(Math.min(nonrespondents[1], nonrespondents[5])).toBeGreaterThan(0);
  });

  it("merges regions that no weights fit: the small ones that did not answer are all in the second", () => {
    const cells = register({n1: "north", n2: "north"}, {small: [10, 10], large: [10, 10]});
    const {classes, regions, nonrespondents} = weighCells(cells, Float64Array.of(10, 0, 10, 7));
    expect(classes.map(({code}) => code)).toEqual(["small", "large"]);
    expect(regions.map(({code}) => code)).toEqual(["n1+n2"]);
    expect(nonrespondents[0]).toBeCloseTo(1, 12);
    expect(nonrespondents[2]).toBeCloseTo(3 / 17, 12);
  });
});

const country = register(areas, {small: [6, 4, 8, 3], large: [10, 5, 7, 6], authority: [1, 1, 1, 1]});
const width = country.regions.length;

/** Any numbers of respondents by cell, but nobody at all. */
const someRespondents = fc
  .tuple(...country.populations.map((n) => fc.oneof(fc.constant(n), fc.integer({min: 0, max: n}))))
  .filter((counts) => counts.some((n) => n > 0))
  .map((counts) => Float64Array.from(counts));

const sumOf = (numbers: ArrayLike<number>) => Array.from(numbers).reduce((sum, n) => sum + n, 0);

describe("the weights of a country", () => {
  it("add up to the units of each class and of each region", () => {
    fc.assert(
      fc.property(someRespondents, (respondents) => {
        const {classes, classOf, regions, regionOf, nonrespondents} = weighCells(country, respondents);
        const weighted = respondents.map((n, cell) => n * (1 + nonrespondents[cell]));
        const inClass = (h: number) => weighted.filter((_, cell) => classOf[Math.floor(cell / width)] === h);
        const inRegion = (c: number) => weighted.filter((_, cell) => regionOf[cell % width] === c);
        for (const [h, {population}] of classes.entries()) expect(sumOf(inClass(h))).toBeCloseTo(population ?? 0, 8);
        for (const [c, {population}] of regions.entries()) expect(sumOf(inRegion(c))).toBeCloseTo(population ?? 0, 8);
        expect(sumOf(classes.map(({population}) => population ?? 0))).toBe(53);
        expect(sumOf(regions.map(({population}) => population ?? 0))).toBe(53);
      }),
    );
  });

  it("are never below 1, and 1 in a class or region in which all answered", () => {
    const complete = {classes: 0, regions: 0};
    fc.assert(
      fc.property(someRespondents, (respondents) => {
        const {classes, classOf, regions, regionOf, nonrespondents} = weighCells(country, respondents);
        expect(Math.min(...nonrespondents)).toBeGreaterThanOrEqual(0);
        for (const [cell, each] of nonrespondents.entries()) {
          const [ofClass, ofRegion] = [classes[classOf[Math.floor(cell / width)]], regions[regionOf[cell % width]]];
          if (ofClass.responseRate === 1) complete.classes++;
          if (ofRegion.responseRate === 1) complete.regions++;
          if (ofClass.responseRate === 1 || ofRegion.responseRate === 1) expect(each).toBe(0);
        }
      }),
    );
    expect(Math.min(complete.classes, complete.regions)).toBeGreaterThan(0);
  });

  it("are of classes and regions that suffice, or of the only one", () => {
    fc.assert(
      fc.property(someRespondents, (counts) => {
        const {classes, regions} = weighCells(country, counts);
        for (const [parts, fewest] of [[classes, 10] as const, [regions, 5] as const]) {
          for (const {respondents, population} of parts.length > 1 ? parts : []) {
            if (respondents === population) continue;
            expect(respondents).toBeGreaterThanOrEqual(fewest);
            expect(3 * respondents).toBeGreaterThanOrEqual(population ?? Number.NaN);
          }
        }
      }),
    );
  });
});

describe("weightsOfGroup", () => {
  it("adds up to the units of the group, and leaves the others as they are", () => {
    const groups = fc.array(fc.boolean(), {minLength: 12, maxLength: 12});
    fc.assert(
      fc.property(someRespondents, groups, (respondents, isIn) => {
        const weighting = weighCells(country, respondents);
        const weight = weightsOfGroup((cell) => isIn[cell], country, respondents, weighting);
        const inside = (numbers: ArrayLike<number>) => sumOf(Array.from(numbers).filter((_, cell) => isIn[cell]));
        if (inside(respondents) > 0)
          expect(inside(respondents.map((n, cell) => n * weight[cell]))).toBeCloseTo(inside(country.populations), 8);
        expect(Math.min(...weight)).toBeGreaterThanOrEqual(1);
        for (const [cell, each] of weight.entries())
          if (!isIn[cell]) expect(each).toBe(1 + weighting.nonrespondents[cell]);
      }),
    );
  });

  it("scales those whom respondents stand for besides themselves, and keeps their ratio", () => {
    const cells = {populations: [20, 30, 100]};
    const weighting = {nonrespondents: Float64Array.of(1, 2, 4)};
    const weight = weightsOfGroup((cell) => cell < 2, cells, Float64Array.of(10, 10, 20), weighting);
    expect([...weight]).toEqual([2, 3, 5]);
    const fewer = weightsOfGroup((cell) => cell < 2, cells, Float64Array.of(10, 5, 20), weighting);
    expect([...fewer]).toEqual([2.75, 4.5, 5]);
  });

  it("shares out the silent evenly where respondents stood for nobody but themselves", () => {
    const weighting = {nonrespondents: Float64Array.of(0, 0)};
    expect([...weightsOfGroup(() => true, {populations: [8, 4]}, Float64Array.of(4, 2), weighting)]).toEqual([2, 2]);
  });

  it("is 1 where the population is unknown", () => {
    const weighting = {nonrespondents: Float64Array.of(1, 2)};
    expect([...weightsOfGroup(() => true, {populations: null}, Float64Array.of(4, 2), weighting)]).toEqual([1, 1]);
  });
});

describe("weighEqually", () => {
  it("counts each respondent the same, in one class and one region", () => {
    const {classes, classOf, regions, nonrespondents} = weighEqually(
      country,
      Float64Array.of(1, 2, 0, 3, 10, 0, 0, 0, 1, 0, 1, 2),
    );
    expect(classes).toEqual([
      {
        code: "all",
        label: {nb: "Alle i én gruppe", en: "All in one class"},
        population: 53,
        respondents: 20,
        responseRate: 20 / 53,
        weight: 53 / 20,
      },
    ]);
    expect([classOf, regions.length]).toEqual([[0, 0, 0], 1]);
    for (const each of nonrespondents) expect(each).toBeCloseTo(33 / 20, 12);
  });

  it("counts each as one where the population is unknown", () => {
    const {nonrespondents} = weighEqually({...sizes, populations: null}, Float64Array.of(1, 2, 3, 4, 5));
    expect([...nonrespondents]).toEqual([0, 0, 0, 0, 0]);
  });
});

describe("weightRespondents", () => {
  const cellsOf = (counts: readonly number[]) =>
    Int32Array.from(counts.flatMap((n, cell) => new Array<number>(n).fill(cell)));

  it("gives each respondent the weight and the merged class of its cell", () => {
    const {classes, classOf, cellOf, weight} = weightRespondents(sizes, cellsOf([48, 68, 60, 9, 18]));
    expect(classes.map(({code}) => code)).toEqual(["small", "medium", "large+city", "authority"]);
    expect([classOf[0], cellOf[0], weight[0]]).toEqual([0, 0, 2]);
    expect([classOf[184], cellOf[184]]).toEqual([2, 3]);
    expect(weight[184]).toBeCloseTo(198 / 69, 12);
    expect([classOf[185], cellOf[185], weight[185]]).toEqual([3, 4, 1]);
  });

  it("does not mind the order of respondents", () => {
    const shuffled = someRespondents
      .map((counts) => [...cellsOf([...counts])])
      .chain((cells) => fc.tuple(fc.constant(cells), fc.shuffledSubarray(cells, {minLength: cells.length})));
    fc.assert(
      fc.property(shuffled, ([cells, other]) => {
        const weightOf = (list: number[]) => {
          const {classes, regions, weight} = weightRespondents(country, Int32Array.from(list));
          return {classes, regions, weights: Object.fromEntries(list.map((cell, i) => [cell, weight[i]]))};
        };
        expect(weightOf(other)).toEqual(weightOf(cells));
      }),
    );
  });

  it("gives a share weighted as respondents are, and certain when all answered", () => {
    const shareOfCities = (counts: readonly number[]) => {
      const {classes, classOf, cellOf, weight} = weightRespondents(sizes, cellsOf(counts));
      const design = designOfWeights(new Float64Array(weight.length).fill(1), weight, {
        classOf,
        classes: classes.map(({code, population}) => ({name: code, population})),
      });
      const codes = cellOf.map((cell, i) => (cell === 3 || i % 2 ? 1 : 0));
      return share(design, {codes, values: [0, 1]});
    };
    const some = shareOfCities([48, 68, 49, 17, 18]);
    expect(some.proportion).toBeCloseTo((48 + 68 + 3 * 24 + 51 + 9) / 448, 12);
    expect(some).toMatchObject({base: 448, unweightedBase: 200});
    expect(some.standardError).toBeGreaterThan(0);
    expect(shareOfCities(sizes.populations).standardError).toBe(0);
  });
});
