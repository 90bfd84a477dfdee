import {describe, expect, it} from "vitest";
import {unpackTally} from "../../../src/lib/table/counts/tally.js";
import {columnFrom, variableFrom} from "../../../test/support/exampleExplored.js";
import {withoutUnits} from "../buildWeighting.js";
import type {CountableRows} from "./countable.js";
import type {Counts} from "./counts.js";
import {countsOfRows} from "./countsOfRows.js";
import {tallySet} from "./tallySet.js";

const options = ["a", "b", "c", "d"];
const boxes = variableFrom("boxes", options, {type: "multiple"});
const colour = variableFrom("colour", ["red", "blue"]);

/** Respondents whose ticks are the digits of a number from 0 to 15. */
function survey(ticks: readonly number[]): {counts: Counts} {
  const columns = [
    columnFrom(
      "class",
      ["all"],
      ticks.map(() => "all"),
    ),
    columnFrom(
      "colour",
      ["red", "blue"],
      ticks.map((_, row) => (row % 2 ? "red" : "blue")),
    ),
    ...options.map((option, bit) =>
      columnFrom(
        `boxes_${option}`,
        ["no", "yes"],
        ticks.map((each) => ((each >> bit) & 1 ? "yes" : "no")),
      ),
    ),
  ];
  const rows: CountableRows = {
    variables: [boxes, colour],
    columns: new Map(columns.map((column) => [column.name, column])),
    units: withoutUnits,
    count: ticks.length,
    pages: [],
    filters: [],
  };
  return {counts: countsOfRows(rows)};
}
const everyTick = Array.from({length: 16}, (_, at) => at);
const namesOf = (tallies: ReturnType<typeof tallySet>) => tallies.map(({columns}) => columns.map(({name}) => name));

describe("tallySet", () => {
  it("is one tally of what is always there and a question of one response, each column once", () => {
    expect(namesOf(tallySet(survey(everyTick), ["class", "colour"], [colour]))).toEqual([["class", "colour"]]);
    expect(namesOf(tallySet(survey(everyTick), ["class"], [colour]))).toEqual([["class", "colour"]]);
  });

  it("is one tally for each option", () => {
    const apart = tallySet(survey(everyTick), ["class"], [boxes]);
    expect(namesOf(apart)).toEqual(options.map((option) => ["class", `boxes_${option}`]));
    for (const {counts} of apart) expect(counts).toEqual([8, 8]);
  });

  it("has one for each pair of options of two multiple responses, which counts every respondent", () => {
    const first = {...boxes, categories: boxes.categories.slice(0, 2)};
    const rest = {...boxes, categories: boxes.categories.slice(2)};
    const tallies = tallySet(survey(everyTick), ["class"], [first, rest]);
    expect(namesOf(tallies)).toEqual(
      ["a", "b"].flatMap((one) => ["c", "d"].map((other) => ["class", `boxes_${one}`, `boxes_${other}`])),
    );
    for (const tally of tallies) expect(unpackTally(tally).counts.reduce((sum, n) => sum + n, 0)).toBe(16);
  });
});
