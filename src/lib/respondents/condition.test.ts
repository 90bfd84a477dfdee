import {describe, expect, it} from "vitest";
import {allHold, anyHolds, type FindColumn, meets, parseCondition, serializeCondition} from "./condition.js";

const when = (variable: string, ...codes: string[]) => parseCondition({variable, codes});

describe("parseCondition(written)", () => {
  it("tells a code, any other response and a least count apart", () => {
    expect(when("pages", "1", "!2", "3+")).toEqual({
      variable: "pages",
      comparisons: [
        {operator: "is", code: "1"},
        {operator: "isNot", code: "2"},
        {operator: "atLeast", code: "3"},
      ],
    });
  });

  it("is undone by serializeCondition", () => {
    const written = {variable: "pages", codes: ["1", "!2", "3+"]};
    expect(serializeCondition(parseCondition(written))).toEqual(written);
  });
});

describe("meets(response, condition)", () => {
  it.each([
    ["yes", ["yes"], true],
    ["no", ["yes"], false],
    ["no", ["!yes"], true],
    ["yes", ["!yes"], false],
    ["no", ["yes", "no"], true],
    ["10", ["2+"], true],
    ["1", ["2+"], false],
    ["3+", ["2+"], true],
  ])("of %s and %j is %s", (response, codes, is) => {
    expect(meets(response, when("any", ...codes))).toBe(is);
  });
});

/** Rows: yes, no, no answer, not asked. */
const codes = [0, 1, -1, -2];
const find: FindColumn = (variable, code) => {
  if (variable === "uses") return {option: null, categories: ["yes", "no"], codes};
  return code === "facebook" ? {option: code, categories: ["yes", "no"], codes} : undefined;
};
const rowsOf = (holds: (row: number) => boolean | undefined) => codes.map((_, row) => holds(row));

describe("a condition on a row", () => {
  it("is unknown without an answer, and does not hold of what was not asked", () => {
    expect(rowsOf(allHold([when("uses", "yes")], find))).toEqual([true, false, undefined, false]);
    expect(rowsOf(allHold([when("uses", "!yes")], find))).toEqual([false, true, undefined, false]);
  });

  it("on a multiple response asks whether the option was chosen", () => {
    expect(rowsOf(allHold([when("channels", "facebook")], find))).toEqual([true, false, undefined, false]);
    expect(rowsOf(allHold([when("channels", "!facebook")], find))).toEqual([false, true, undefined, false]);
  });

  it("is unknown of a column that is not there", () => {
    expect(rowsOf(allHold([when("channels", "twitter")], find))).toEqual(codes.map(() => undefined));
  });

  it("of several: all are decided by one that does not hold, any by one that does", () => {
    const [yes, unknown] = [when("uses", "yes"), when("channels", "twitter")];
    expect(rowsOf(allHold([unknown, yes], find))).toEqual([undefined, false, undefined, false]);
    expect(rowsOf(anyHolds([unknown, yes], find))).toEqual([true, undefined, undefined, undefined]);
    expect(rowsOf(allHold([], find))).toEqual([true, true, true, true]);
  });
});
