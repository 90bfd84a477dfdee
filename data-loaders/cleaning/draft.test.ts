import {describe, expect, test} from "vitest";
import {recode} from "./draft.js";

const column = {name: "colour", codes: Int32Array.of(0, 1, 2, 3, 1), values: ["red", "blå", "blue", "RED"]};

describe("recode", () => {
  test("puts other texts in place of a column’s own", () => {
    expect(recode(column, ["red", "azure", "blue", "green"])).toEqual({
      ...column,
      values: ["red", "azure", "blue", "green"],
    });
  });

  test("has each text once, where it first appears", () => {
    expect(recode(column, ["red", "blue", "blue", "red"])).toEqual({
      name: "colour",
      codes: Int32Array.of(0, 1, 1, 0, 1),
      values: ["red", "blue"],
    });
  });

  test("joins a new text to the same one that comes later", () => {
    expect(recode(column, ["blue", "blå", "blue", "RED"])).toEqual({
      name: "colour",
      codes: Int32Array.of(0, 1, 0, 2, 1),
      values: ["blue", "blå", "RED"],
    });
  });

  test("lets texts change places", () => {
    expect(recode(column, ["blå", "red", "blue", "RED"])).toEqual({...column, values: ["blå", "red", "blue", "RED"]});
  });
});
