import {describe, expect, it} from "vitest";
import {delimiterOf} from "./delimiterOf.js";

const delimiterIn = (text: string) => delimiterOf(text, "a.csv").delimiter;

describe("delimiterOf(head, file)", () => {
  it.each([
    ["a,b\n1,2\n", ","],
    ["a\tb\n1\t2\n", "\t"],
    ["a;b\n1,5;2,5\n", ";"],
    ["a;b, c;d\n1;2;3\n1;2,5;3\n", ";"],
    ['"a;b",c\n"x;y",z\n', ","],
    ['a,b\n"1;2\n3;4",5\n', ","],
    ["a;b\n1;2\n3;4,5", ";"],
    ["a\n1\n", null],
    ["", null],
  ])("%j is set apart by %j", (text, delimiter) => expect(delimiterIn(text)).toBe(delimiter));

  it("takes the first line’s word for it", () => {
    expect(delimiterOf("sep=;\r\na,b;c,d\r\n", "a.csv")).toEqual({delimiter: ";", isDeclared: true});
    expect(delimiterOf("SEP=|\na|b", "a.csv")).toEqual({delimiter: "|", isDeclared: true});
  });
});
