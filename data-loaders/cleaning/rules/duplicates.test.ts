import {describe, expect, it} from "vitest";
import {cleaned, libraries} from "../../../test/support/cleaning/givenTable.js";

const header = ["nr", "søndag", "lends_books", "lends_tools", "loans"];
const keptOf = (lines: string[][]) => [...cleaned([header, ...lines], libraries).respondents.rowNumbers];

describe("of two answers of the same respondent", () => {
  it("the later complete one counts", () => {
    expect(
      keptOf([
        ["1", "Aldri", "", "", "5"],
        ["1", "Aldri", "", "", "6"],
      ]),
    ).toEqual([3]);
  });

  it("a complete one counts before a later partial one", () => {
    expect(
      keptOf([
        ["1", "Aldri", "", "", "5"],
        ["1", "Alltid", "x", "", ""],
      ]),
    ).toEqual([2]);
  });

  it("one is complete that answers all that the file asks", () => {
    const {record, respondents} = cleaned(
      [
        ["nr", "søndag", "lends_books", "lends_tools"],
        ["1", "Alltid", "x", ""],
        ["1", "Aldri", "", ""],
      ],
      libraries,
    );
    expect([...respondents.rowNumbers]).toEqual([3]);
    expect(record.partial).toBe(0);
  });

  it("the one with most responses counts, if none is complete", () => {
    expect(
      keptOf([
        ["1", "Alltid", "x", "", ""],
        ["1", "Alltid", "", "", ""],
      ]),
    ).toEqual([2]);
  });

  it("the other is kept on record", () => {
    const {record} = cleaned(
      [header, ["1", "Aldri", "", "", "5"], ["2", "Aldri", "", "", "5"], ["1", "Aldri", "", "", "6"]],
      libraries,
    );
    expect(record.setAside).toEqual([{row: 2, rule: "duplicate", reason: "duplicate"}]);
    expect(record.rowsIn).toBe(record.rowsKept + record.setAside.length);
  });

  it("of the same minute the one further down counts, with or without seconds", () => {
    const lines = [
      ["knr", "levert", "bruker"],
      ["0101", "2011-03-02 10:00:00", "Ja"],
      ["0101", "2011-03-02 10:00", "Nei"],
    ];
    expect([...cleaned(lines).respondents.rowNumbers]).toEqual([3]);
  });

  it("later is by the time of submission, not by the place in the file", () => {
    const lines = [
      ["knr", "levert", "bruker"],
      ["0101", "2011-03-02 10:00", "Ja"],
      ["0101", "2011-03-01 10:00", "Nei"],
    ];
    expect([...cleaned(lines).respondents.rowNumbers]).toEqual([2]);
  });
});

it("respondents without an id are not the same", () => {
  expect(
    keptOf([
      ["", "Aldri", "", "", "5"],
      ["", "Aldri", "", "", "5"],
    ]),
  ).toEqual([2, 3]);
});
