import {describe, expect, it} from "vitest";
import {registerFrom, variableFrom} from "../../../../test/support/exampleExplored.js";
import {classColumn, type ExploredVariable, regionColumn} from "../variable.js";
import {
  combinationSetName,
  combinationSets,
  combinedOf,
  countedVariables,
  isCombined,
  othersOfSet,
} from "./combinations.js";

const size = registerFrom("size", ["small", "large"], classColumn);
const county = registerFrom("county", ["03", "12"], regionColumn);
const answers = (number: number) => Array.from({length: number}, (_, at) => `c${at}`);
const [colour, taste, shape] = ["colour", "taste", "shape"].map((name) => variableFrom(name, answers(5)));
const boxes = variableFrom("boxes", ["x", "y"], {type: "multiple"});
const [wide, vast] = ["wide", "vast"].map((name) => variableFrom(name, answers(150)));
const every = [county, size, colour, taste, boxes, shape, wide, vast];
const names = (variables: readonly ExploredVariable[]) => variables.map(({name}) => name);

/** A survey of so many questions with five answers each, and readers who filter by the first four. */
const survey = (questions: number) => Array.from({length: questions}, (_, at) => variableFrom(`q${at}`, answers(5)));
const filters = ["q0", "q1", "q2", "q3"];

/** How many files and tallies a survey of so many questions has, of how many combinations at most. */
function written(questions: number) {
  const variables = survey(questions);
  const combined = combinedOf(variables, filters);
  const sets = combinationSets(variables, combined);
  const sizes = sets.flatMap((set) => [set.length, ...othersOfSet(variables, set, combined).map(() => set.length + 1)]);
  return {files: sets.length, tallies: sizes.length, combinations: sizes.reduce((sum, n) => sum + 9 ** n, 0)};
}

describe("countedVariables", () => {
  it("are each once in the order of the list, without what class and region tell", () => {
    expect(names(countedVariables(every, ["shape", "size", "colour", "shape", "county"]))).toEqual(["colour", "shape"]);
    expect(countedVariables(every, ["size", "county"])).toEqual([]);
  });
});

describe("combinedOf", () => {
  it("has any three of some sixty questions", () => {
    const all = names(survey(60));
    expect(combinedOf(survey(60), filters)).toEqual({pairs: all, triples: all});
  });

  it("has any two of some hundreds, and each by any two that readers filter by", () => {
    for (const questions of [100, 200, 400]) {
      const {pairs, triples} = combinedOf(survey(questions), filters);
      expect(pairs, String(questions)).toHaveLength(questions);
      expect(triples, String(questions)).toEqual(filters);
    }
  });

  it("has any one of more, and each by those that readers filter by", () => {
    expect(combinedOf(survey(5000), filters)).toEqual({pairs: filters, triples: filters});
    expect(combinedOf(survey(5000), [])).toEqual({pairs: [], triples: []});
  });

  it("never has more tallies than a build has time to count, nor combinations than a host has room for", () => {
    for (const questions of [21, 60, 100, 200, 400, 800]) {
      const {tallies, combinations} = written(questions);
      expect(tallies, String(questions)).toBeLessThan(200_000);
      expect(combinations, String(questions)).toBeLessThan(45_000_000);
    }
  });
});

describe("combinationSets", () => {
  const combined = combinedOf(every, []);

  it("has each variable, and each two that others come after, the empty set first, and none of too many combinations", () => {
    expect(combinationSets(every, combined).map(combinationSetName)).toEqual([
      "register",
      ...["colour", "taste", "boxes", "shape", "wide", "vast"],
      ...["colour+taste", "colour+boxes", "colour+shape", "taste+boxes", "taste+shape"],
    ]);
  });
});

describe("othersOfSet", () => {
  const combined = combinedOf(every, []);

  it("is of one variable every other, and of two those that come after them: three are in one file", () => {
    expect(names(othersOfSet(every, [taste], combined))).toEqual(["colour", "boxes", "shape", "wide", "vast"]);
    expect(names(othersOfSet(every, [wide], combined))).not.toContain("vast");
    expect(names(othersOfSet(every, [colour, taste], combined))).toEqual(["boxes", "shape", "wide", "vast"]);
    expect(names(othersOfSet(every, [colour, boxes], combined))).toEqual(["shape"]);
    expect(othersOfSet(every, [], combined)).toEqual([]);
  });
});

describe("isCombined", () => {
  it("is true of variables of which at most one is not among those that may be", () => {
    const some = {pairs: ["colour"], triples: ["colour", "taste"]};
    expect(isCombined(some, [shape])).toBe(true);
    expect(isCombined(some, [colour, shape])).toBe(true);
    expect(isCombined(some, [taste, shape])).toBe(false);
    expect(isCombined(some, [colour, taste, shape])).toBe(true);
    expect(isCombined(some, [colour, boxes, shape])).toBe(false);
    expect(isCombined(some, [colour, taste, boxes, shape])).toBe(false);
  });
});
