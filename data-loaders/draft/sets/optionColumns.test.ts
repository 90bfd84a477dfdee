import {describe, expect, it} from "vitest";
import {givenTable} from "../../../test/support/cleaning/givenTable.js";
import {fixture} from "../../../test/support/files/fixture.js";
import {readRawTable} from "../../files/readRawTable.js";
import {profileOf} from "../columns/columnProfile.js";
import {Marks} from "./marks.js";
import {namedSets} from "./namedSets.js";
import {optionColumns} from "./optionColumns.js";
import {splitsOf} from "./splitHeader.js";

/** Questions found with their options, in a table of which the first row is the header. */
function found(...grid: string[][]) {
  const {columns, rows} = givenTable(grid);
  const sets = optionColumns(
    columns.map((column) => profileOf(column, rows)),
    new Marks(),
  );
  return sets.map(({question, options}) => [question, options.map(({text}) => text)]);
}

describe("optionColumns(profiles, marks)", () => {
  const rows = [
    ["1", "x", ""],
    ["2", "x", "x"],
    ["3", "", "x"],
  ];

  it.each([
    ["Uses - Blog", "Uses - News"],
    ["Uses: Blog", "Uses: News"],
    ["Uses [Blog]", "Uses [News]"],
    ["Uses/Blog", "Uses/News"],
    ["q1[SQ001]. Uses [Blog]", "q1[SQ002]. Uses [News]"],
  ])("finds the options of %j and %j", (first, second) => {
    expect(found(["nr", first, second], ...rows).map(([, options]) => options)).toEqual([["Blog", "News"]]);
  });

  it("names options by what the cells hold where headers only number them", () => {
    const cells = [
      ["", "Blog", ""],
      ["", "Blog", "News"],
      ["", "", "News"],
    ];
    expect(found(["nr", "q5_1", "q5_2"], ...cells)).toEqual([["q5", ["Blog", "News"]]]);
    expect(found(["nr", "q5a", "q5b"], ["1", "1", "0"], ["2", "0", "1"])).toEqual([["q5", ["a", "b"]]]);
  });

  it("takes two texts of which one denies the other for marks", () => {
    const cells = [
      ["Ticked", "Unticked"],
      ["Unticked", "Ticked"],
    ];
    expect(found(["Uses: Blog", "Uses: News"], ...cells)).toEqual([["Uses", ["Blog", "News"]]]);
    expect(found(["Uses: Blog", "Uses: News"], ["high", "low"], ["low", "high"])).toEqual([]);
  });

  it("takes the longest beginning that headers have in common", () => {
    const headers = ["A - B - Blog", "A - B - News", "A - C - Blog", "A - C - News"];
    const cells = [
      ["x", "", "x", ""],
      ["", "x", "", "x"],
    ];
    expect(found(headers, ...cells)).toEqual([
      ["A - B", ["Blog", "News"]],
      ["A - C", ["Blog", "News"]],
    ]);
  });

  it("takes a column of own words for the option that it stands for", () => {
    const headers = ["Uses - Blog", "Uses - News", "Uses - Other (please specify)"];
    expect(found(headers, ["x", "", "radio"], ["", "x", "a sign"])).toEqual([
      ["Uses", ["Blog", "News", "Other (please specify)"]],
    ]);
  });

  it("leaves own words beside an option that has a box to a column of their own", () => {
    const headers = ["Uses - Blog", "Uses - News", "Uses - Other", "Uses - Other - Text"];
    expect(found(headers, ["x", "", "x", "radio"], ["", "x", "x", "a sign"])).toEqual([
      ["Uses", ["Blog", "News", "Other"]],
    ]);
  });

  it("finds none where cells hold answers, or no option is ever chosen", () => {
    expect(found(["Uses - Blog", "Uses - News"], ["often", "never"], ["never", "often"])).toEqual([]);
    expect(found(["Uses - Blog", "Uses - News"], ["no", "no"], ["no", "no"])).toEqual([]);
    expect(found(["Uses - Blog", "Age"], ["x", "3"], ["", "4"])).toEqual([]);
  });
});

describe("namedSets(sets, profiles, marks)", () => {
  it("takes questions with several answers as an SPSS file names them", async () => {
    const {columns, rows, multipleSets = []} = await readRawTable(fixture("pspp-sets.sav"));
    const marks = new Marks();
    const sets = namedSets(
      multipleSets,
      columns.map((column) => profileOf(column, rows)),
      marks,
    );
    expect(sets.map(({name, question, options}) => [name, question, options.map(({text}) => text)])).toEqual([
      ["channels", "Which channels – all", ["Facebook", "Twitter – now X", "Blog"]],
      ["reads", "Reads", ["Paper", "Web"]],
    ]);
    expect(marks.meaningOf("Chosen")).toBe("chosen");
    expect(marks.meaningOf("Not on the web")).toBe("notChosen");
  });
});

describe("splitsOf(header)", () => {
  it("tells question and option in every way, the longest question first", () => {
    expect(splitsOf("A - B: c")).toEqual([
      {stem: "A - B", option: "c"},
      {stem: "A", option: "B: c"},
    ]);
    expect(splitsOf("Which? - Selected Choice - Other:")[0]).toEqual({stem: "Which?", option: "Other"});
    expect(splitsOf("Age")).toEqual([]);
  });
});
