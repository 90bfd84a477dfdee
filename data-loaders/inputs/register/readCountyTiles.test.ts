import {describe, expect, it} from "vitest";
import {sourceReader} from "../readSource.js";
import {readCountyTiles} from "./readCountyTiles.js";
import {readRegister} from "./readRegister.js";

const read = sourceReader();
const {counties} = readRegister(read);
const given = read("register/county-tiles.csv");

/** The squares as they would be from another text. */
const from = (text: string) => readCountyTiles(() => text, counties);

describe("readCountyTiles(read, counties)", () => {
  it("gives each county of the register one square, in its order", () => {
    const tiles = readCountyTiles(read, counties);
    expect(tiles.map(({county}) => county)).toEqual(counties.map(({number}) => number));
    expect(tiles.find(({county}) => county === "20")).toEqual({county: "20", abbreviation: "FI", column: 5, row: 0});
    expect(new Set(tiles.map(({column, row}) => `${column} ${row}`)).size).toBe(19);
  });

  it("names a county without a square", () => {
    expect(() => from(given.replace(/^20,.*\n/m, ""))).toThrow('county without a square: "20"');
  });

  it("names a square without a county", () => {
    expect(() => from(`${given}13,BE,9,9\n`)).toThrow('square without a county: "13"');
  });

  it("names two squares in one place, of one county, or with one abbreviation", () => {
    expect(() => from(given.replace("20,FI,5,0", "20,FI,4,0"))).toThrow('value used twice: "4, 0"');
    expect(() => from(`${given}20,XX,9,9\n`)).toThrow('value used twice: "20"');
    expect(() => from(given.replace("20,FI,", "20,TR,"))).toThrow('value used twice: "TR"');
  });

  it("names the row, column and value that is no place and no number of a county", () => {
    expect(() => from(given.replace("20,FI,5,0", "20,FI,5,x"))).toThrow(
      /"x" \(register\/county-tiles\.csv, row \d+, column row\)/,
    );
    expect(() => from(given.replace("20,FI,5,0", "2,FI,5,0"))).toThrow(/not a two-digit number: "2"/);
  });
});
