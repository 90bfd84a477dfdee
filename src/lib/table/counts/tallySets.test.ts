import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {explorerFrom, registerFrom, variableFrom} from "../../../../test/support/exampleExplored.js";
import {classColumn, columnsOf, type ExploredVariable, regionColumn} from "../variable.js";
import {canBeCounted, countedVariables, everyTallySet, othersOfSet, tallySetFor, tallySetName} from "./tallySets.js";

const size = registerFrom("size", ["small", "large"], classColumn);
const county = registerFrom("county", ["03", "12"], regionColumn);
const single = (name: string) => variableFrom(name, ["a", "b", "c"]);
const multiple = (name: string) => variableFrom(name, ["x", "y"], {type: "multiple"});
const [colour, taste, shape, grade] = ["colour", "taste", "shape", "grade"].map(single);
const [boxes, ticks, marks] = ["boxes", "ticks", "marks"].map(multiple);
const [wide, vast] = ["wide", "vast"].map((name) =>
  variableFrom(
    name,
    Array.from({length: 150}, (_, at) => `c${at}`),
  ),
);
const every = [county, size, colour, taste, boxes, ticks, marks, shape, grade, wide, vast];
const names = (variables: readonly ExploredVariable[]) => variables.map(({name}) => name);

describe("countedVariables", () => {
  it("are each once in the order of the list, without what class and region tell", () => {
    expect(names(countedVariables(every, [shape, size, colour, shape, county]))).toEqual(["colour", "shape"]);
    expect(countedVariables(every, [size, county])).toEqual([]);
  });
});

const page = {
  ...explorerFrom({all: 1}, {variables: every}),
  questions: [],
  ranges: [],
  tiles: [],
  protectedTables: null,
};
/** Of a file whose columns have as many bytes each as may be fetched for a table of three. */
const bytes = Object.fromEntries(every.flatMap(columnsOf).map((name) => [name, 500_000]));
const large = {...page, inCombinations: {bytes}};

describe("tallySetFor", () => {
  it("is the respondents, where they are sent", () => {
    expect(tallySetFor(page, {variables: [colour, size]})).toBe("respondents");
    expect(tallySetFor(page, {variables: every, byNumber: true})).toBe("respondents");
  });

  it("is of too many a file of combinations, which is the same whatever else up to three variables are about", () => {
    expect(tallySetFor(large, {variables: [size, county]})).toBe("tallies/register");
    expect(tallySetFor(large, {variables: [taste]})).toBe("tallies/taste");
    expect(tallySetFor(large, {variables: [taste, size, colour]})).toBe("tallies/taste");
    expect(tallySetFor(large, {variables: [grade, taste, colour]})).toBe("tallies/colour+taste");
  });

  it("is of more variables, of many categories, and of a mean their columns", () => {
    expect(tallySetFor(large, {variables: [grade, taste, size, shape, colour]})).toBe(
      "columns/colour+taste+shape+grade",
    );
    expect(tallySetFor(large, {variables: [wide, vast]})).toBe("columns/wide+vast");
    expect(tallySetFor(large, {variables: [grade], byNumber: true})).toBe("columns/grade");
  });
});

describe("canBeCounted", () => {
  it("is true of any variables where the respondents are sent", () => {
    expect(canBeCounted(page, {variables: every})).toBe(true);
  });

  it("is true of three variables, and of more whose columns are not too much to fetch", () => {
    expect(canBeCounted(large, {variables: [size, county, taste, colour, boxes]})).toBe(true);
    expect(canBeCounted(large, {variables: [grade, colour, taste, shape]})).toBe(false);
    const light = {...page, inCombinations: {bytes: {...bytes, grade: 0}}};
    expect(canBeCounted(light, {variables: [grade, colour, taste, shape]})).toBe(true);
    expect(canBeCounted(large, {variables: [wide, vast]})).toBe(true);
  });
});

describe("tallySetName", () => {
  it("is the names of the variables, and of none the register", () => {
    expect(tallySetName([])).toBe("register");
    expect(tallySetName([taste, colour])).toBe("taste+colour");
  });
});

describe("everyTallySet", () => {
  it("has each variable and each two once, the empty set first, and none of too many combinations", () => {
    expect(everyTallySet([county, size, colour, boxes, wide, vast]).map(tallySetName)).toEqual([
      "register",
      ...["colour", "boxes", "wide", "vast"],
      ...["colour+boxes", "colour+wide", "colour+vast", "boxes+wide", "boxes+vast"],
    ]);
  });

  it("has a file with tallies of whatever a reader may ask for that is not counted in columns", () => {
    const files = new Map(
      everyTallySet(every).map((set) => {
        const others = othersOfSet(every, set).map((other) => [...set, other]);
        return [`tallies/${tallySetName(set)}`, [set, ...others]];
      }),
    );
    fc.assert(
      fc.property(fc.shuffledSubarray(every, {maxLength: 6}), (variables) => {
        const name = tallySetFor(large, {variables});
        const counted = tallySetName(countedVariables(every, variables));
        if (name.startsWith("columns/")) expect(name).toBe(`columns/${counted}`);
        else {
          const tallies = files.get(name)?.map((each) => names(countedVariables(every, each)).join("+") || "register");
          expect(tallies).toContain(counted);
        }
      }),
    );
  });
});
