import {describe, expect, it} from "vitest";
import {changedRegister as changed} from "../../../test/support/changedRegister.js";
import {buildRegister} from "../../buildRegister.js";
import {sourceReader} from "../readSource.js";
import {readRegister} from "./readRegister.js";

const kommuner = "register/kommuner-2011.csv";
const fylker = "register/fylker-2011.csv";
const fylkeskommuner = "register/fylkeskommuner-2011.csv";

describe("readRegister() of the real inputs", () => {
  const units = readRegister(sourceReader());

  it("finds 430 municipalities, 19 counties and 18 county authorities", () => {
    expect(units.municipalities).toHaveLength(430);
    expect(units.counties).toHaveLength(19);
    expect(units.countyAuthorities).toHaveLength(18);
  });

  it("keeps numbers as text, with their leading zeros, and names with their letters", () => {
    expect(units.municipalities[0]).toEqual({
      number: "0101",
      name: "Halden",
      county_number: "01",
      county: "Østfold",
      population: 29_220,
      population_year: "2011",
    });
    expect(units.municipalities.map(({name}) => name)).toContain("Båtsfjord");
  });

  it("knows the seven parts of the country that counties are in", () => {
    const parts = [...new Set(units.counties.map((each) => each.part_of_country))];
    expect(
      parts.map((part) => [
        part,
        units.counties.filter((each) => each.part_of_country === part).map((each) => each.number),
      ]),
    ).toEqual([
      ["Sør-Østlandet", ["01", "06", "07", "08"]],
      ["Oslo og Akershus", ["02", "03"]],
      ["Hedmark og Oppland", ["04", "05"]],
      ["Agder og Rogaland", ["09", "10", "11"]],
      ["Vestlandet", ["12", "14", "15"]],
      ["Trøndelag", ["16", "17"]],
      ["Nord-Norge", ["18", "19", "20"]],
    ]);
  });

  it("gives Oslo no county authority, for it is municipality and county in one", () => {
    expect(units.countyAuthorities.map(({number}) => number)).not.toContain("03");
  });
});

describe("buildRegister(units)", () => {
  const register = buildRegister(readRegister(sourceReader()));

  it("counts units and 4 920 305 inhabitants", () => {
    expect(register).toMatchObject({
      municipalities: 430,
      countyAuthorities: 18,
      counties: 19,
      population: 4_920_305,
    });
  });

  it("puts every municipality and every inhabitant in one size class, smallest first", () => {
    expect(register.sizeClasses).toEqual([
      {code: "under2000", municipalities: 96, population: 118_054},
      {code: "2000to4999", municipalities: 136, population: 440_672},
      {code: "5000to19999", municipalities: 147, population: 1_440_462},
      {code: "20000plus", municipalities: 51, population: 2_921_117},
    ]);
    expect(register.sizeClasses.reduce((sum, {municipalities}) => sum + municipalities, 0)).toBe(430);
    expect(register.sizeClasses.reduce((sum, {population}) => sum + population, 0)).toBe(4_920_305);
  });
});

describe("readRegister() of a register with a defect", () => {
  it.each([
    [
      "a population in words",
      kommuner,
      "29220",
      "many",
      `not a whole number: "many" (${kommuner}, row 2, column population)`,
    ],
    [
      "a number that lost its zero",
      kommuner,
      "0101,",
      "101,",
      `not a four-digit number: "101" (${kommuner}, row 2, column number)`,
    ],
    [
      "a county's number that lost its zero",
      fylker,
      "01,",
      "1,",
      `not a two-digit number: "1" (${fylker}, row 2, column number)`,
    ],
    ["a name that is blank", fylker, "Østfold", " ", `: " " (${fylker}, row 2, column name)`],
    [
      "a county in no part of the country",
      fylker,
      "Sør-Østlandet",
      " ",
      `: " " (${fylker}, row 2, column part_of_country)`,
    ],
    ["another year", kommuner, "29220,2011", "29220,2012", `: "2012" (${kommuner}, row 2, column population_year)`],
    [
      "a number used twice",
      kommuner,
      "0104,",
      "0101,",
      `value used twice: "0101" (${kommuner}, row 0101, column number)`,
    ],
    ["a county listed twice", fylker, "02,", "01,", `value used twice: "01" (${fylker}, row 01, column number)`],
    [
      "an authority listed twice",
      fylkeskommuner,
      "02,",
      "01,",
      `value used twice: "01" (${fylkeskommuner}, row 01, column number)`,
    ],
    [
      "a municipality in another county",
      kommuner,
      "Halden,01",
      "Halden,02",
      `municipality outside its county: "02" (${kommuner}, row 0101, column county_number)`,
    ],
    [
      "a municipality in no county",
      kommuner,
      "0101,Halden,01",
      "9901,Halden,99",
      `municipality outside its county: "99" (${kommuner}, row 9901, column county_number)`,
    ],
    [
      "a county by another name",
      kommuner,
      "Halden,01,Østfold",
      "Halden,01,Viken",
      `county’s name is another in the list of counties: "Viken" (${kommuner}, row 0101, column county)`,
    ],
    [
      "a municipality missing",
      kommuner,
      /^0101.*\n/m,
      "",
      `not the number of municipalities listed: 18 (${fylker}, row 01, column municipalities)`,
    ],
    [
      "a population one too high",
      kommuner,
      "29220",
      "29221",
      `not the sum of its municipalities: 274827 (${fylker}, row 01, column population)`,
    ],
    [
      "a county's population changed",
      fylker,
      "274827",
      "274828",
      `not the sum of its municipalities: 274828 (${fylker}, row 01, column population)`,
    ],
    [
      "an authority's population changed",
      fylkeskommuner,
      "274827",
      "274872",
      `not the county’s population: 274872 (${fylkeskommuner}, row 01, column population)`,
    ],
    [
      "a county without an authority",
      fylkeskommuner,
      /^01.*\n/m,
      "",
      `county without an authority: "01" (${fylkeskommuner}, column number)`,
    ],
    [
      "an authority without a county",
      fylkeskommuner,
      /^01/m,
      "03,Oslo,1\n01",
      `authority without a county: 19 (${fylkeskommuner})`,
    ],
  ])("names %s", (_, file, from, to, message) => {
    expect(changed(file, from, to)).toThrow(message);
  });
});
