import {describe, expect, it} from "vitest";
import {changesOf, cleaned, responsesTo} from "../../../test/support/cleaning/givenTable.js";
import {isoMoment} from "./dates.js";

describe("isoMoment", () => {
  it.each([
    ["2011-02-03", "2011-02-03"],
    ["2011-02-03 14:05", "2011-02-03T14:05"],
    ["2011-02-03T14:05:09.000Z", "2011-02-03T14:05:09"],
    ["3.2.2011", "2011-02-03"],
    ["03.02.11 kl. 9.05", "2011-02-03T09:05"],
    ["23/2/2011", "2011-02-23"],
    ["2/23/2011", "2011-02-23"],
    ["4/4/2011", "2011-04-04"],
    ["3/2/2011", null],
    ["31.02.2011", null],
    ["2011-13-01", null],
    ["2011-02-03 25:00", null],
    ["i går", null],
    ["2011/02/03 1:05:09 PM GMT+1", "2011-02-03T13:05:09"],
    ["2011/2/3 12:05 am", "2011-02-03T00:05"],
    ["2/23/2011 12:05:09 PM", "2011-02-23T12:05:09"],
    ["2/23/2011 13:05 PM", null],
    ["40577", "2011-02-03"],
    ["40577,5", "2011-02-03T12:00"],
  ])("reads %j as %j", (text, iso) => {
    expect(isoMoment(text)).toBe(iso);
  });
});

describe("cleaning", () => {
  it("keeps the responses of a row whose date is outside fieldwork", () => {
    const clean = cleaned([
      ["knr", "levert", "bruker"],
      ["0101", "2010-12-24", "Ja"],
      ["0104", "30.04.2011 23:59", "Ja"],
      ["0105", "30.4.11", "Ja"],
    ]);
    expect(responsesTo("submitted", clean.respondents)).toEqual(["!noAnswer", "2011-04-30", "2011-04-30"]);
    expect(responsesTo("uses_now", clean.respondents)).toEqual(["yes", "yes", "yes"]);
    expect(changesOf(clean)).toEqual([
      "4 submitted date: 30.4.11 -> 2011-04-30",
      "2 submitted fieldwork: 2010-12-24 -> !noAnswer",
    ]);
  });
});
