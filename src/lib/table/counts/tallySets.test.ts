import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {explorerFrom, registerFrom, variableFrom} from "../../../../test/support/exampleExplored.js";
import {classColumn, type ExploredVariable, regionColumn} from "../variable.js";
import {canBeCounted, countedVariables, everyTallySet, tallySetFor, tallySetName} from "./tallySets.js";

const size = registerFrom("size", ["small", "large"], classColumn);
const county = registerFrom("county", ["03", "12"], regionColumn);
const single = (name: string) => variableFrom(name, ["a", "b", "c"]);
const multiple = (name: string) => variableFrom(name, ["x", "y"], {type: "multiple"});
const [colour, taste, shape, grade] = ["colour", "taste", "shape", "grade"].map(single);
const [boxes, ticks, marks] = ["boxes", "ticks", "marks"].map(multiple);
const every = [county, size, colour, taste, boxes, ticks, marks, shape, grade];
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
const large = {...page, inCombinations: true as const};

describe("canBeCounted", () => {
  it("is true of any variables where the respondents are sent", () => {
    expect(canBeCounted(page, every)).toBe(true);
  });

  it("is true of up to four variables with two multiple responses among them where they are too many", () => {
    for (const few of [[], [taste, colour, boxes, ticks], [size, county, taste, colour, boxes, ticks]])
      expect(canBeCounted(large, few)).toBe(true);
    expect(canBeCounted(large, [grade, colour, taste, shape, boxes])).toBe(false);
    expect(canBeCounted(large, [boxes, ticks, marks])).toBe(false);
  });
});

describe("tallySetFor", () => {
  it("is the respondents, or of too many the set of the page or of the variables", () => {
    expect(tallySetFor(page, [colour, size])).toBe("respondents");
    expect(tallySetFor(large, [colour, size, taste])).toBe("colour+taste");
    expect(tallySetFor({...large, tallySet: "page-adoption"}, [colour])).toBe("page-adoption");
  });
});

describe("tallySetName", () => {
  it("is the names of the variables, and of none the register", () => {
    expect(tallySetName([])).toBe("register");
    expect(tallySetName([taste, colour])).toBe("taste+colour");
  });
});

describe("everyTallySet", () => {
  it("has each set that can be counted once, the empty one first, and no name twice", () => {
    const sets = everyTallySet([county, size, colour, boxes, ticks, marks]).map(tallySetName);
    expect(sets).toHaveLength(new Set(sets).size);
    expect(sets.toSorted()).toEqual(
      [
        "register",
        ...["colour", "boxes", "ticks", "marks"],
        ...["colour+boxes", "colour+ticks", "colour+marks", "boxes+ticks", "boxes+marks", "ticks+marks"],
        ...["colour+boxes+ticks", "colour+boxes+marks", "colour+ticks+marks"],
      ].toSorted(),
    );
    expect(sets[0]).toBe("register");
  });

  it("has the set of whatever a reader may ask for together", () => {
    const sets = new Set(everyTallySet(every).map(tallySetName));
    fc.assert(
      fc.property(fc.subarray(every, {maxLength: 6}), (wanted) => {
        const counted = countedVariables(every, wanted.toReversed());
        expect(sets.has(tallySetName(counted))).toBe(canBeCounted(large, counted));
      }),
    );
  });
});
