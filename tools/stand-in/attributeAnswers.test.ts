import {describe, expect, it} from "vitest";
import {parseCondition} from "../../src/lib/respondents/condition.js";
import type {Respondents, ResponseColumn} from "../../src/lib/respondents/respondents.js";
import {attributeAnswers} from "./attributeAnswers.js";

const column = (variable: string, option: string | null, categories: string[], codes: number[]): ResponseColumn => ({
  name: option === null ? variable : `${variable}_${option}`,
  variable,
  option,
  categories,
  codes: Int32Array.from(codes),
});

/** Six respondents: -1 no answer, -2 not asked, -3 don't know. */
const respondents: Respondents = {
  codebook: "small",
  count: 6,
  rank: "estimated",
  rowNumbers: Int32Array.of(2, 3, 4, 5, 6, 7),
  columns: [
    column("uses", null, ["yes", "no"], [0, 0, 1, 1, 1, -1]),
    column("plans", null, ["soon", "never"], [-2, -2, 0, 1, -3, -1]),
    column("channels", "facebook", ["no", "yes"], [1, 0, -2, -2, -2, -1]),
    column("pages", null, ["1", "4"], [1, -2, -2, -2, -2, -1]),
  ],
};

const answersTo = (...anyOf: [variable: string, code: string][]) => [
  ...attributeAnswers(respondents, {
    code: "a",
    anyOf: anyOf.map(([variable, code]) => parseCondition({variable, codes: [code]})),
  }),
];

describe("attributeAnswers", () => {
  it("is 1 for a code that was chosen, 0 for any other, -1 without a response", () => {
    expect(answersTo(["uses", "yes"])).toEqual([1, 1, 0, 0, 0, -1]);
    expect(answersTo(["uses", "!yes"])).toEqual([0, 0, 1, 1, 1, -1]);
  });

  it("is 1 when any condition holds, and -1 when one that is not known could", () => {
    expect(answersTo(["uses", "yes"], ["plans", "soon"])).toEqual([1, 1, 1, 0, -1, -1]);
  });

  it("is 0 for those that were not asked", () => {
    expect(answersTo(["channels", "facebook"])).toEqual([1, 0, 0, 0, 0, -1]);
    expect(answersTo(["channels", "!facebook"])).toEqual([0, 1, 0, 0, 0, -1]);
    expect(answersTo(["pages", "2+"])).toEqual([1, 0, 0, 0, 0, -1]);
  });

  it("names what is asked for and is not there", () => {
    expect(() => answersTo(["channels", "twitter"])).toThrow("respondents without a response: channels, twitter");
  });
});
