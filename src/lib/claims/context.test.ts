import {describe, expect, it} from "vitest";
import {type ContextValue, midpointOf, proportionOf} from "./context.js";

const value = (part: Partial<ContextValue>): ContextValue => ({
  id: "a",
  record: "a",
  label: {nb: "a", en: "a"},
  value: 41,
  valueUnit: "percent",
  of: null,
  count: null,
  approximate: null,
  country: "DK",
  body: "municipalities",
  channel: "facebook",
  definition: "usesChannel",
  date: "2013",
  subgroup: false,
  series: null,
  ...part,
});

describe("proportionOf(value)", () => {
  it("reads a percentage as a share of one", () => {
    expect(proportionOf(value({}))).toBe(0.41);
  });

  it("does not divide a percentage by its base once more", () => {
    expect(proportionOf(value({of: 210, count: 86}))).toBe(0.41);
  });

  it("divides a count by what it is out of", () => {
    expect(proportionOf(value({valueUnit: "municipalities", of: 98}))).toBeCloseTo(0.418367, 6);
  });

  it("is null, not 0, for a count out of nothing given", () => {
    expect(proportionOf(value({valueUnit: "followers", value: 810}))).toBeNull();
  });
});

describe("midpointOf(date)", () => {
  it("is the middle of a year, of a month, or the day itself", () => {
    expect(midpointOf("2013").toISOString()).toBe("2013-07-01T00:00:00.000Z");
    expect(midpointOf("2011-05").toISOString()).toBe("2011-05-15T00:00:00.000Z");
    expect(midpointOf("2014-02-20").toISOString()).toBe("2014-02-20T00:00:00.000Z");
  });
});
