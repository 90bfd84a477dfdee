import {describe, expect, it} from "vitest";
import {designOf, mergedCounts, smallTally, tableClasses} from "./classDesign.js";
import type {Counts} from "./countRespondents.js";
import {explorerFrom} from "./exampleExplored.js";

/** Of three classes, one row of two columns. */
const counts: Counts = {
  classes: 3,
  rows: 1,
  columns: 2,
  inside: Float64Array.of(9, 11, 3, 1, 15, 15),
  outside: Float64Array.of(2, 1, 4),
  unanswered: 7,
};
const {classes} = explorerFrom({small: 40, middle: 20, large: 50});

describe("tableClasses", () => {
  it("merge a class that too few answered in, be they in the table or outside, and say where each went", () => {
    const made = tableClasses(classes, counts, {isWeighted: true});
    expect(made?.classOf).toEqual([0, 0, 1]);
    expect(
      made?.classes.map(({code, population, respondents, weight}) => [code, population, respondents, weight]),
    ).toEqual([
      ["small+middle", 60, 27, 60 / 27],
      ["large", 50, 34, 50 / 34],
    ]);
  });

  it("are one of all units without weights, in which each counts as one", () => {
    const made = tableClasses(classes, counts, {isWeighted: false});
    expect(made).toMatchObject({
      classOf: [0, 0, 0],
      classes: [{population: 110, respondents: 61, responseRate: 61 / 110, weight: 1}],
    });
    const unknown = explorerFrom({all: null});
    const one = {...counts, classes: 1, outside: Float64Array.of(4), inside: Float64Array.of(1, 2)};
    expect(tableClasses(unknown.classes, one, {isWeighted: false})?.classes).toMatchObject([
      {population: null, respondents: 7, weight: 1},
    ]);
    expect(tableClasses(unknown.classes, one, {isWeighted: true})?.classes).toMatchObject([
      {population: null, respondents: 7, weight: 1},
    ]);
  });

  it("are none where nobody is left", () => {
    const nobody = {...counts, inside: new Float64Array(6), outside: new Float64Array(3)};
    expect(tableClasses(classes, nobody, {isWeighted: true})).toBeNull();
    expect(tableClasses(classes, nobody, {isWeighted: false})).toBeNull();
  });
});

describe("mergedCounts", () => {
  it("add up what is counted in the classes of one", () => {
    const made = tableClasses(classes, counts, {isWeighted: true});
    if (!made) throw new Error("no classes");
    expect(mergedCounts(counts, made)).toEqual({
      ...counts,
      classes: 2,
      inside: Float64Array.of(12, 12, 15, 15),
      outside: Float64Array.of(3, 4),
    });
  });
});

describe("smallTally", () => {
  const made = tableClasses(classes, counts, {isWeighted: true});

  it("has a row for each class and answer, and one for the rest of the class", () => {
    if (!made) throw new Error("no classes");
    const {design, answers, domain} = smallTally(
      made,
      [
        [12, 12],
        [15, 15],
      ],
      [1, 0],
    );
    expect([...design.count]).toEqual([12, 12, 3, 15, 15, 4]);
    expect([...design.classOf]).toEqual([0, 0, 0, 1, 1, 1]);
    expect([...domain]).toEqual([1, 1, 0, 1, 1, 0]);
    expect([...answers].filter((_, row) => domain[row] === 1)).toEqual([1, 0, 1, 0]);
    expect(design.classes.map(({respondents, population}) => [respondents, population])).toEqual([
      [27, 60],
      [34, 50],
    ]);
  });

  it("weighs by how many of the class answered, also where all count the same", () => {
    const one = tableClasses(classes, counts, {isWeighted: false});
    const design = designOf(one?.classes ?? [], Float64Array.of(61), Int32Array.of(0));
    expect([...design.weight]).toEqual([110 / 61]);
  });
});
