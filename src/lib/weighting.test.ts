import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {everyone} from "./statistics/domain.js";
import {ClassWithoutRespondentsError} from "./statistics/errors.js";
import {share} from "./statistics/share.js";
import {designOf, type UnitClass, unweighted, weightingByClass} from "./weighting.js";

const sizes = {small: 96, medium: 136, large: 147, city: 51, authority: 18};
const classes: UnitClass[] = Object.entries(sizes).map(([code, size]) => ({
  code,
  label: {nb: `${code} nb`, en: `${code} en`},
  units: Array.from({length: size}, (_, index) => `${code}${index}`),
}));

/** So many of each class, the first ones. */
function answering(counts: readonly number[]): string[] {
  return classes.flatMap(({units}, index) => units.slice(0, counts[index]));
}

const codesOf = (counts: readonly number[]) =>
  weightingByClass(answering(counts), classes).classes.map(({code}) => code);

/** Any set of respondents, each class answering in its own measure, in any order. */
const someUnits = fc
  .tuple(...classes.map(({units}) => fc.integer({min: 0, max: units.length}).map((n) => units.slice(0, n))))
  .map((groups) => groups.flat())
  .filter((units) => units.length > 0);

describe("weightingByClass", () => {
  it("gives each respondent N/n of its class", () => {
    const {
      classes: made,
      classOf,
      weight,
    } = weightingByClass(["city0", ...answering([48, 68, 49, 16, 18]).filter((u) => u !== "city0"), "city16"], classes);
    expect(made.map(({code, population, respondents, weight}) => [code, population, respondents, weight])).toEqual([
      ["small", 96, 48, 2],
      ["medium", 136, 68, 2],
      ["large", 147, 49, 3],
      ["city", 51, 17, 3],
      ["authority", 18, 18, 1],
    ]);
    expect([classOf[0], weight[0], made[3].responseRate]).toEqual([3, 3, 1 / 3]);
  });

  it("merges a class of fewer than ten with the next smaller one", () => {
    expect(codesOf([48, 100, 9, 17, 18])).toEqual(["small", "medium+large", "city", "authority"]);
  });

  it("merges a class of which less than a third answered", () => {
    expect(codesOf([48, 100, 48, 17, 18])).toEqual(["small", "medium+large", "city", "authority"]);
    expect(codesOf([48, 68, 49, 17, 18])).toEqual(["small", "medium", "large", "city", "authority"]);
  });

  it("merges the smallest with the next larger one", () => {
    expect(codesOf([9, 80, 49, 17, 18])).toEqual(["small+medium", "large", "city", "authority"]);
  });

  it("merges county authorities with the largest municipalities, but these never with them while smaller ones are left", () => {
    expect(codesOf([48, 68, 49, 17, 9])).toEqual(["small", "medium", "large", "city+authority"]);
    expect(codesOf([48, 68, 60, 9, 18])).toEqual(["small", "medium", "large+city", "authority"]);
    expect(codesOf([48, 68, 60, 9, 9])).toEqual(["small", "medium", "large+city+authority"]);
  });

  it("merges smaller municipalities first, and then looks at county authorities", () => {
    expect(codesOf([48, 68, 70, 16, 9])).toEqual(["small", "medium", "large+city+authority"]);
  });

  it("merges on when two do not suffice together, at last into one", () => {
    expect(codesOf([9, 9, 140, 17, 18])).toEqual(["small+medium+large", "city", "authority"]);
    expect(codesOf([1, 0, 0, 0, 0])).toEqual(["small+medium+large+city+authority"]);
  });

  it("names a merged class by all its parts in both languages", () => {
    expect(weightingByClass(answering([9, 9, 140, 17, 18]), classes).classes[0].label).toEqual({
      nb: "small nb, medium nb og large nb",
      en: "small en, medium en and large en",
    });
  });

  it("has weights that add up to all units", () => {
    fc.assert(
      fc.property(someUnits, (units) => {
        const {weight} = weightingByClass(units, classes);
        expect(weight.reduce((sum, each) => sum + each, 0)).toBeCloseTo(448, 8);
      }),
    );
  });

  it("does not mind the order of respondents", () => {
    const shuffled = someUnits.chain((units) =>
      fc.tuple(fc.constant(units), fc.shuffledSubarray(units, {minLength: units.length})),
    );
    fc.assert(
      fc.property(shuffled, ([units, other]) => {
        const weightOf = (list: string[]) => {
          const {classes: made, weight} = weightingByClass(list, classes);
          return {made, weights: Object.fromEntries(list.map((unit, i) => [unit, weight[i]]))};
        };
        expect(weightOf(other)).toEqual(weightOf(units));
      }),
    );
  });

  it("leaves no class that does not suffice, unless it is the only one", () => {
    fc.assert(
      fc.property(someUnits, (units) => {
        const {classes: made} = weightingByClass(units, classes);
        for (const {respondents, population} of made.length > 1 ? made : []) {
          expect(respondents).toBeGreaterThanOrEqual(10);
          expect(3 * respondents).toBeGreaterThanOrEqual(population as number);
        }
      }),
    );
  });

  it("gives everyone the weight 1 when all answered", () => {
    const {weight} = weightingByClass(answering(Object.values(sizes)), classes);
    expect([...new Set(weight)]).toEqual([1]);
  });

  it("refuses a unit that is in no class, one that answered twice, and no respondents", () => {
    expect(() => weightingByClass(["0999"], classes)).toThrow("unit in no class: 0999");
    expect(() => weightingByClass(["city0", "city0"], classes)).toThrow("unit answered twice: city0");
    expect(() => weightingByClass([], classes)).toThrow(ClassWithoutRespondentsError);
  });
});

describe("designOf", () => {
  it("gives a share weighted as respondents are, and certain when all answered", () => {
    const units = answering([48, 68, 49, 17, 18]);
    const yes = Float64Array.from(units, (unit) => Number(unit.startsWith("city")));
    const design = designOf(weightingByClass(units, classes));
    expect(share(design, yes, {domain: everyone(units.length)})).toMatchObject({base: 448, unweightedBase: 200});
    expect(share(design, yes).proportion).toBeCloseTo(51 / 448, 12);
    const all = answering(Object.values(sizes));
    const uses = Float64Array.from(all, (_, i) => i % 2);
    expect(share(designOf(weightingByClass(all, classes)), uses).standardError).toBe(0);
  });

  it("takes respondents of an unknown population as they are", () => {
    const weighting = unweighted(4);
    expect(weighting.classes[0]).toMatchObject({code: "all", population: null, responseRate: null, weight: 1});
    expect(share(designOf(weighting), Float64Array.of(1, 0, 0, 1)).proportion).toBe(0.5);
  });
});
