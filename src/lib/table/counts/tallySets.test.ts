import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {explorerFrom, filterFrom, registerFrom, variableFrom} from "../../../../test/support/exampleExplored.js";
import {classColumn, columnsOf, type ExploredVariable, regionColumn} from "../variable.js";
import {numbersOf} from "./columnFiles.js";
import {combinationSetName, combinationSets, combinedOf, countedVariables, othersOfSet} from "./combinations.js";
import {bytesWanted, tallySetFor} from "./tallySets.js";

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

const page = explorerFrom({all: 1}, {variables: every});
const combined = combinedOf(every, []);
const bytes = Object.fromEntries(every.flatMap(columnsOf).map((name) => [name, 100]));
const large = {...page, inCombinations: {...combined, bytes: {...bytes, "boxes.1": 150, [numbersOf("grade")]: 1000}}};

describe("tallySetFor", () => {
  it("is the respondents, where they are sent", () => {
    expect(tallySetFor(page, {variables: [colour, size]})).toBe("respondents");
    expect(tallySetFor(page, {variables: every, byNumber: true})).toBe("respondents");
  });

  it("is of too many a file of combinations, which is the same whatever else a question is broken down by", () => {
    expect(tallySetFor(large, {variables: [size, county]})).toBe("tallies/register");
    expect(tallySetFor(large, {variables: [taste]})).toBe("tallies/taste");
    expect(tallySetFor(large, {variables: [taste, size, colour]})).toBe("tallies/taste");
    expect(tallySetFor(large, {variables: [grade, taste], filters: [filterFrom(colour, "a", "b")]})).toBe(
      "tallies/colour+taste",
    );
  });

  it("is of more variables, of many categories, and of a mean their columns", () => {
    expect(tallySetFor(large, {variables: [grade, taste, size, shape, colour]})).toBe(
      "columns/grade+taste+shape+colour",
    );
    expect(tallySetFor(large, {variables: [wide, vast]})).toBe("columns/wide+vast");
    expect(tallySetFor(large, {variables: [grade, size], byNumber: true})).toBe("columns/grade.numbers");
  });

  it("is of options of one question by each other their columns: one list for each option that is counted", () => {
    expect(tallySetFor(large, {variables: [boxes], filters: [filterFrom(boxes, "y")]})).toBe(
      "columns/boxes_x+boxes_y,boxes_y",
    );
    expect(tallySetFor(large, {variables: [colour], filters: [filterFrom(boxes, "x", "y")]})).toBe(
      "columns/colour+boxes_x+boxes_y",
    );
  });

  it("is a file with tallies of whatever a reader may ask for that is not counted in columns", () => {
    const files = new Map(
      combinationSets(every, combined).map((set) => {
        const others = othersOfSet(every, set, combined).map((other) => [...set, other]);
        return [`tallies/${combinationSetName(set)}`, [set, ...others]];
      }),
    );
    fc.assert(
      fc.property(fc.shuffledSubarray(every, {maxLength: 6}), (variables) => {
        const name = tallySetFor(large, {variables});
        const counted = combinationSetName(countedVariables(every, names(variables)));
        const tallies = files
          .get(name)
          ?.map((each) => names(countedVariables(every, names(each))).join("+") || "register");
        if (!name.startsWith("columns/")) expect(tallies).toContain(counted);
        else expect([...files.values()].flat().map((each) => names(each).join("+"))).not.toContain(counted);
      }),
    );
  });
});

describe("bytesWanted", () => {
  it("is none where a table is counted in what is sent or was counted by the build", () => {
    expect(bytesWanted(page, {variables: every})).toBe(0);
    expect(bytesWanted(large, {variables: [colour, taste, boxes]})).toBe(0);
  });

  it("is those of the files that a table needs, each once", () => {
    expect(bytesWanted(large, {variables: [colour, taste, shape], filters: [filterFrom(grade, "a")]})).toBe(400);
    expect(bytesWanted(large, {variables: [grade, colour], byNumber: true})).toBe(1100);
  });

  it("is those of the shorter files of options: one by itself, and several in one", () => {
    const variables = [colour, taste, shape];
    expect(bytesWanted(large, {variables, filters: [filterFrom(boxes, "x")]})).toBe(400);
    expect(bytesWanted(large, {variables, filters: [filterFrom(boxes, "x", "y")]})).toBe(450);
    expect(bytesWanted(large, {variables: [...variables, boxes]})).toBe(450);
  });

  it("is more than any limit where there are no such files", () => {
    const counted = {...large, inCombinations: {...combined, bytes: {}}};
    expect(bytesWanted(counted, {variables: [colour, taste, shape, grade]})).toBe(Number.POSITIVE_INFINITY);
  });
});
