import {describe, expect, it} from "vitest";
import {headerOf} from "./headerRows.js";
import {TableReader} from "./tableReader.js";

describe("headerOf(rows)", () => {
  it("is the first row, whatever stands in the next", () => {
    const header = ["a", "b", ""];
    expect(headerOf([header])).toEqual({texts: header, labels: [null, null, null], rows: 1});
    for (const below of [
      ["1", "x", ""],
      ["", "x", ""],
      ["1", "", "y"],
      ["", "1", "2"],
    ])
      expect(headerOf([header, below, ["2", "x", ""]]).rows).toBe(1);
  });

  it("is questions with their options below, as SurveyMonkey writes them", () => {
    const rows = [
      ["Respondent ID", "Start Date", "Which do you use?", "", "", "Any comments?", "Satisfied?"],
      ["", "", "Facebook", "Twitter", "Other (please specify)", "Open-Ended Response", "Response"],
      ["114", "03/01/2024", "Facebook", "", "", "", "Very"],
    ];
    expect(headerOf(rows)).toMatchObject({
      rows: 2,
      texts: [
        "Respondent ID",
        "Start Date",
        "Which do you use? - Facebook",
        "Which do you use? - Twitter",
        "Which do you use? - Other (please specify)",
        "Any comments?",
        "Satisfied?",
      ],
    });
  });

  it("is names, questions and ids, as Qualtrics writes them", () => {
    const names = ["StartDate", "EndDate", "Finished", "Q1"];
    const questions = ["Start Date", "End Date", "Finished", "How old are you?"];
    const ids = ["startDate", "endDate", "finished", "QID1"].map((id) => `{"ImportId":"${id}"}`);
    const expected = {texts: names, labels: questions};
    expect(headerOf([names, questions, ids])).toEqual({...expected, rows: 3});
    expect(headerOf([names, questions, ["2024-03-01", "2024-03-01", "True", "34"]])).toEqual({...expected, rows: 2});
  });
});

describe("a table read row by row", () => {
  const read = (...rows: string[][]) => {
    const reader = new TableReader("a.csv", {size: 0});
    for (const [at, cells] of rows.entries()) reader.add(cells, at + 1);
    return reader.finish();
  };

  it("of a workbook begins after an empty row, below a single cell, whether there are numbers in it or not", () => {
    const readFrom = (isPadded: boolean, ...rows: [row: number, cells: string[]][]) => {
      const reader = new TableReader("a.xlsx", {isPadded, size: 0});
      for (const [row, cells] of rows) reader.add(cells, row);
      return reader.finish();
    };
    const note: [number, string[]] = [2, ["", "", "Answers of May"]];
    const answers = (from: number): [number, string[]][] => [
      [from, ["", "", "Uses", "Has"]],
      [from + 1, ["", "", "Yes", "No"]],
    ];
    const {grid, details} = readFrom(true, note, ...answers(5));
    expect(details.headerRow).toBe("5");
    expect(grid.columns.map(({header, values}) => [header, ...values])).toEqual([
      ["Uses", "Yes"],
      ["Has", "No"],
    ]);
    expect(() => readFrom(true, note, ...answers(3))).toThrow("cell beyond the header’s last");
    expect(() => readFrom(true, [1, ["", "Two", "cells"]], note, ...answers(5))).toThrow("cell beyond");
    expect(() => readFrom(false, note, ...answers(5))).toThrow();
  });

  it("numbers a header that another column has before, past those that are there", () => {
    const {columns} = read(["Other", "Other", "Other (2)", "Other"], ["a", "b", "c", "d"]).grid;
    expect(columns.map(({header, repeats}) => [header, repeats])).toEqual([
      ["Other", undefined],
      ["Other (3)", "Other"],
      ["Other (2)", undefined],
      ["Other (4)", "Other"],
    ]);
  });

  it.each([0, 1])("leaves out a first column without a header that counts rows from %d", (first) => {
    const {grid, details} = read(["", "a"], [`${first}`, "x"], [`${first + 1}`, "y"]);
    expect(grid.columns.map(({header, values}) => [header, values])).toEqual([["a", ["x", "y"]]]);
    expect(details).toEqual({rowNumbers: "column 1"});
  });

  it.each([[["1", "3"]], [["7", "8"]], [["x", "y"]], [["", "y"]]])(
    "keeps one that holds %j as names of rows",
    ([first, second]) => {
      const {grid, details} = read(["", "row names"], [first, "x"], [second, "x"]);
      expect(grid.columns.map(({header, values}) => [header, values])).toEqual([
        ["row names (2)", [first, second]],
        ["row names", ["x"]],
      ]);
      expect(details).toEqual({});
    },
  );
});
