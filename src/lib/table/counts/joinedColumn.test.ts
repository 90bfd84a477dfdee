import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {joinOptions, splitOptions} from "./joinedColumn.js";

const option = (name: string, codes: readonly number[]) => ({
  name,
  categories: ["no", "yes"],
  codes: Int32Array.from(codes),
});

describe("joinOptions, splitOptions", () => {
  it("writes each combination once, a digit for each option", () => {
    const {name, categories, codes} = joinOptions([option("a", [1, 0, 1, -2]), option("b", [0, 0, 0, -2])]);
    expect([name, categories, [...codes]]).toEqual(["a+b", ["54", "44", "11"], [0, 1, 0, 2]]);
  });

  it("gives back what was joined, whoever did not answer what", () => {
    const rows = fc.array(fc.array(fc.integer({min: -4, max: 1}), {minLength: 6, maxLength: 6}), {minLength: 1});
    fc.assert(
      fc.property(rows, (answers) => {
        const columns = [..."abcdef"].map((name, at) =>
          option(
            name,
            answers.map((row) => row[at]),
          ),
        );
        expect(splitOptions(joinOptions(columns))).toEqual(columns);
      }),
    );
  });

  it("leaves any other column as it is, and joins nothing but options", () => {
    const colour = {name: "colour", categories: ["red", "blue"], codes: Int32Array.of(0, 1)};
    expect(splitOptions(colour)).toEqual([colour]);
    expect(() => joinOptions([option("a", [1, 0]), colour])).toThrow("not an option of a multiple response: colour");
  });
});
