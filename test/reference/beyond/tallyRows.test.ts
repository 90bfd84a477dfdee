import {describe, expect, it} from "vitest";
import {type Column, noAnswer} from "../../../src/lib/statistics/column.js";
import {interaction, keepRows, tallyRows} from "./tallyRows.js";

const answer: Column = {codes: Int32Array.of(0, 1, 0, noAnswer, 0), categories: ["yes", "no"]};
const size: Column = {codes: Int32Array.of(0, 0, 0, 1, 1), categories: ["small", "large"]};
const rows = {count: Float64Array.of(1, 1, 2, 1, 1), columns: {answer, size}};

describe("tallyRows", () => {
  it("adds up rows that agree in every column, no answer being like any other", () => {
    const {count, columns} = tallyRows(rows);
    expect([...count]).toEqual([3, 1, 1, 1]);
    expect([...columns.answer.codes]).toEqual([0, 1, noAnswer, 0]);
    expect([...columns.size.codes]).toEqual([0, 0, 1, 1]);
  });

  it("of a tally is the same tally", () => {
    expect(tallyRows(tallyRows(rows))).toEqual(tallyRows(rows));
  });

  it("of no rows has no rows", () => {
    const none = {codes: new Int32Array(), categories: ["yes"]};
    expect(tallyRows({count: new Float64Array(), columns: {none}}).count).toHaveLength(0);
  });
});

describe("keepRows", () => {
  it("keeps those marked 1", () => {
    const {count, columns} = keepRows(rows, Uint8Array.of(0, 1, 1, 0, 0));
    expect([...count]).toEqual([1, 2]);
    expect([...columns.answer.codes]).toEqual([1, 0]);
  });
});

describe("interaction", () => {
  it("has the combinations that occur, and no answer where any is missing", () => {
    expect(interaction([answer, size])).toEqual({
      codes: Int32Array.of(0, 1, 0, noAnswer, 2),
      categories: ["yes, small", "no, small", "yes, large"],
    });
  });
});
