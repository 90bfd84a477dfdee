import {describe, expect, it} from "vitest";
import {kindOfFormat, kindOfPattern} from "./numberFormat.js";

describe("kindOfPattern(pattern)", () => {
  it.each([
    ["General", "number"],
    ["0.00", "number"],
    ['#,##0.00 "dager"', "number"],
    ["0\\ \\m", "number"],
    ["[Red]0;[Blue]-0", "number"],
    ["[$-414]#,##0", "number"],
    ['_-* #,##0_-;_-* "-"_-', "number"],
    ["yyyy\\-mm\\-dd;@", "date"],
    ["[$-414]d\\. mmmm\\ yyyy", "date"],
    ["mmm", "date"],
    ["DD.MM.YYYY", "date"],
    ["dd/mm/yyyy hh:mm", "dateTime"],
    ["m/d/yy h:mm AM/PM", "dateTime"],
    ["hh:mm:ss", "time"],
    ["mm:ss.0", "time"],
    ["h:mm AM/PM", "time"],
    ["[h]:mm", "duration"],
    ["[mm]:ss", "duration"],
  ])("%s is a %s", (pattern, kind) => expect(kindOfPattern(pattern)).toBe(kind));
});

describe("kindOfFormat(id, pattern)", () => {
  it("knows the formats that have no pattern in the file", () => {
    expect([0, 2, 9, 14, 20, 22, 46, 49].map((id) => kindOfFormat(id, undefined))).toEqual([
      "number",
      "number",
      "number",
      "date",
      "time",
      "dateTime",
      "duration",
      "number",
    ]);
  });
});
