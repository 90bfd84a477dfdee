import {describe, expect, it} from "vitest";
import {changedRegister as changed} from "../../../test/support/changedRegister.js";
import {sourceReader} from "../readSource.js";
import {readRegister} from "./readRegister.js";
import {mergedOf} from "./readUnitNames.js";

const variants = "register/kommune-name-variants.csv";
const later = "register/kommune-2011-to-2019.csv";
const names = "register/other-names.csv";
const places = "register/other-places.csv";

describe("readRegister() of the real inputs", () => {
  const register = readRegister(sourceReader());

  it("gives each of 430 municipalities its variants and its number of 2019", () => {
    expect(register.variants).toHaveLength(430);
    expect(register.laterNumbers).toHaveLength(430);
  });

  it("knows the seven numbers that several municipalities of 2011 share", () => {
    expect([...mergedOf(register.laterNumbers)].sort()).toEqual([
      "0710",
      "0712",
      "0715",
      "0729",
      "1903",
      "5053",
      "5054",
    ]);
  });

  it("holds the names that were official in 2011 and those that became so later", () => {
    const known = register.otherNames.map(({number, name}) => `${number} ${name}`);
    expect(known).toEqual(
      expect.arrayContaining(["2020 Porsáŋgu", "1850 Divtasvuodna", "1942 Raisi", "20 Finnmárkku fylkkagielda"]),
    );
  });
});

describe("readRegister() of names with a defect", () => {
  it.each([
    [
      "a municipality without variants",
      variants,
      /^0101.*\n/m,
      "",
      `municipality without a row: "0101" (${variants}, column number)`,
    ],
    [
      "variants of nobody",
      variants,
      "0101,",
      "0102,",
      `number not in the register: "0102" (${variants}, column number)`,
    ],
    ["variants twice", variants, "0104,", "0101,", `value used twice: "0101" (${variants}, row 0101, column number)`],
    [
      "another official name",
      variants,
      "0101,Halden",
      "0101,Moss",
      `not a form of the register’s name: "Moss" (${variants}, row 0101, column official_name)`,
    ],
    [
      "a Norwegian name that is no part of the official one",
      variants,
      "Snåsa,Snåsa,Snåsa,",
      "Snåsa,Grong,Snåsa,",
      `not a form of the register’s name: "Grong" (${variants}, row 1736, column norwegian_name)`,
    ],
    [
      "a variant with another county",
      variants,
      "Bø (Telemark),Bø (Telemark)",
      "Bø (Nordland),Bø (Telemark)",
      `not a form of the register’s name: "Bø (Nordland)" (${variants}, row 0821, column unique_display_name)`,
    ],
    [
      "a later number of nobody",
      later,
      "0101,",
      "0102,",
      `number not in the register: "0102" (${later}, column number_2011)`,
    ],
    ["no later number", later, /^0101.*\n/m, "", `municipality without a row: "0101" (${later}, column number_2011)`],
    [
      "a later number that was another’s in 2011",
      later,
      "0104,0104",
      "0104,0105",
      `number of another municipality in 2011: "0105" (${later}, row 0104, column number_2019)`,
    ],
    [
      "a name of nobody",
      names,
      "0301,Kristiania",
      "0302,Kristiania",
      `number not in the register: "0302" (${names}, row Kristiania, column number)`,
    ],
    [
      "a name of two municipalities",
      names,
      "1902,Romsa,",
      "1902,Rosse,",
      `name is taken: "1640" (${names}, row Rosse, column name)`,
    ],
    [
      "a name that another municipality has in the register",
      names,
      "0301,Kristiania",
      "0301,halden",
      `name is taken: "0101" (${names}, row halden, column name)`,
    ],
    ["a language that is none of the five", names, "Rosse,sma", "Rosse,no", `(${names}, row `],
    [
      "a merged municipality without a name",
      places,
      "Færder,0729",
      "Færder,",
      `merged municipality without a name: "0729" (${places}, column number_2019)`,
    ],
    [
      "a place that is a municipality",
      places,
      "Senja,",
      "Halden,",
      `name of a municipality of 2011: "Halden" (${places}, row Halden, column name)`,
    ],
    [
      "a number that no municipalities share",
      places,
      "Senja,",
      "Senja,5421",
      `not made of several municipalities: "5421" (${places}, row Senja, column number_2019)`,
    ],
  ])("names %s", (_, file, from, to, message) => {
    expect(changed(file, from, to)).toThrow(message);
  });

  it("lets a municipality and a county authority share a name", () => {
    const register = readRegister(sourceReader());
    expect(register.otherNames.filter(({name}) => name === "Romsa").map(({number}) => number)).toEqual(["1902", "19"]);
  });
});
