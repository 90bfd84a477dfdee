import {describe, expect, it} from "vitest";
import {givenTable} from "../../../test/support/cleaning/givenTable.js";
import {profileOf} from "../columns/columnProfile.js";
import {gridRows} from "./gridRows.js";

function rowsOf(headers: readonly string[], ...cells: readonly (readonly string[])[]): string[] {
  const {columns, rows} = givenTable([headers, ...cells]);
  return [...gridRows(columns.map((column) => profileOf(column, rows))).values()].map(({option}) => option);
}

const [agree, other] = [
  ["yes", "no"],
  ["red", "blue"],
];
const cells = (...answers: readonly (readonly string[])[]) => [0, 1].map((at) => answers.map((each) => each[at]));

describe("gridRows(profiles)", () => {
  it("are what neighbours with one question and the same answers ask about", () => {
    const headers = ["Age", "Do you agree? [It saves time]", "Do you agree? [It is safe]", "Do you agree? [Which]"];
    expect(rowsOf(headers, ...cells(other, agree, agree, other))).toEqual(["It saves time", "It is safe"]);
  });

  it("are none where two questions have the same rows, or the question is a word", () => {
    const twice = ["Do you use? [Web]", "Do you use? [Paper]", "Do you like? [Web]", "Do you like? [Paper]"];
    expect(rowsOf(twice, ...cells(agree, agree, agree, agree))).toEqual([]);
    expect(rowsOf(["Income - own", "Income - household"], ...cells(agree, agree))).toEqual([]);
  });
});
