import {describe, expect, it} from "vitest";
import {z} from "zod";
import {schemaDefect} from "./schemaDefect.js";

const schema = z.strictObject({
  country: z.enum(["NO", "SE"]),
  year: z.literal("2011"),
  day: z.iso.date(),
  place: z.strictObject({name: z.string()}),
});
const right = {country: "NO", year: "2011", day: "2011-05-02", place: {name: "Voss"}};

const messageOf = (change: object): string => {
  const row = {...right, ...change};
  const [issue] = schema.safeParse(row).error?.issues ?? [];
  return schemaDefect(issue, row, {file: "a.json", row: "x"}).message;
};

describe("schemaDefect(issue, checked, at)", () => {
  it("shows codes as the file writes them, and the nearest that is allowed", () => {
    expect(messageOf({country: "no"})).toBe(
      'not one of "NO", "SE": "no", did you mean "NO"? (a.json, row x, column country)',
    );
    expect(messageOf({country: "Norway"})).toBe('not one of "NO", "SE": "Norway" (a.json, row x, column country)');
  });

  it("says what is wanted where only one value is allowed", () => {
    expect(messageOf({year: "2012"})).toBe('not "2011": "2012" (a.json, row x, column year)');
  });

  it("begins in lower case and keeps capitals", () => {
    expect(messageOf({day: "2 May"})).toBe('invalid ISO date: "2 May" (a.json, row x, column day)');
  });

  it("leads to the field within a field, and to one that is unknown", () => {
    expect(messageOf({place: {name: 5}})).toMatch(/: 5 \(a\.json, row x, column place\.name\)$/);
    expect(messageOf({place: {name: "Voss", Name: 5}})).toBe(
      'unrecognized key: "Name": 5 (a.json, row x, column place.Name)',
    );
  });
});
