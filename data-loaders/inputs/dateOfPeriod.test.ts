import {describe, expect, it} from "vitest";
import {dateOfPeriod} from "./dateOfPeriod.js";

describe("dateOfPeriod(period)", () => {
  it.each([
    ["5 Jan 2013", "2013-01-05"],
    ["published 21 Jan 2013", "2013-01-21"],
    ["Dec 2010", "2010-12"],
    ["April 2013", "2013-04"],
    ["2014", "2014"],
    ["2013, published 13 Feb 2014", "2013"],
  ])("is as precise as %s", (period, date) => {
    expect(dateOfPeriod(period)).toBe(date);
  });

  it.each([
    ["Sept–Oct 2010", "2010-10-01"],
    ["2nd quarter 2011", "2011-05"],
    ["autumn 2013", "2013-10"],
  ])("is the middle of %s", (period, date) => {
    expect(dateOfPeriod(period)).toBe(date);
  });

  it.each([
    "undated in excerpt",
    "undated in excerpt (Computer Sweden; probably 2013–2014)",
    "not dated; two years after",
  ])("is null, not a guess, for %s", (period) => {
    expect(dateOfPeriod(period)).toBeNull();
  });
});
