import {expect, it} from "vitest";
import {cleaned} from "../../../test/support/cleaning/givenTable.js";

it("a row without a response is set aside, one that says it does not know is kept", () => {
  const {record, respondents} = cleaned([
    ["knr", "bruker", "strategi"],
    ["0101", "", " "],
    ["0104", "Vet ikke", ""],
    ["0105", "ubesvart", ""],
  ]);
  expect(record.setAside).toEqual([
    {row: 2, rule: "empty", reason: "empty"},
    {row: 4, rule: "empty", reason: "empty"},
  ]);
  expect([...respondents.rowNumbers]).toEqual([3]);
});

it("a file of which nothing can be used is refused, with the reasons", () => {
  expect(() =>
    cleaned([
      ["knr", "bruker"],
      ["0101", ""],
    ]),
  ).toThrow('no row that can be used: {"empty":1} (given.csv)');
});
