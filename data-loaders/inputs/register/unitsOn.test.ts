import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, describe, expect, it} from "vitest";
import {lastOldDay, layDatedRegister} from "../../../test/support/datedRegister.js";
import {identifyUnit} from "../../cleaning/units/identifyUnit.js";
import {unitDirectory} from "../../cleaning/units/unitDirectory.js";
import {sourceReader} from "../readSource.js";
import {type DatedRegister, readDatedRegister} from "./datedRegister.js";
import {readRegister} from "./readRegister.js";
import {followUnit, unitsOn} from "./unitsOn.js";

const folder = `${mkdtempSync(join(tmpdir(), "register-"))}/`;
layDatedRegister(folder);
afterAll(() => rmSync(folder, {recursive: true}));
const read = sourceReader(folder);
const register = readDatedRegister(read) as DatedRegister;

describe("a register with days", () => {
  it("has the 430 municipalities and 19 counties of 2011 in 2011, and 357 and 15 in 2026", () => {
    const [old, now] = ["2011-01-15", "2026-02-01"].map((day) => readRegister(read, day));
    expect([old.municipalities.length, old.counties.length, old.countyAuthorities.length]).toEqual([430, 19, 18]);
    expect([now.municipalities.length, now.counties.length, now.countyAuthorities.length]).toEqual([357, 15, 14]);
    const {municipalities, counties, countyAuthorities} = readRegister(sourceReader());
    const numbered = <T extends {number: string}>(units: readonly T[]) => units.map(({number}) => number);
    expect(numbered(old.municipalities)).toEqual(numbered(municipalities));
    expect(old.counties).toEqual(
      counties.map(({population_year: _, ...county}: (typeof counties)[number] & {population_year?: string}) => county),
    );
    expect(numbered(old.countyAuthorities)).toEqual(numbered(countyAuthorities));
  });

  it("finds who answered among the units of the day, by number and by any of their names", () => {
    const directory = unitDirectory(unitsOn(register, "2026-02-01"));
    const found = (number: string, name: string) => {
      const match = identifyUnit({number, name}, directory);
      return match.status === "found" ? match.code : `${match.status}: ${"reason" in match ? match.reason : ""}`;
    };
    expect(found("3101", "")).toBe("3101");
    expect(found("", "Hamarøy kommune")).toBe("1875");
    expect(found("", "Våler (Innlandet)")).toBe("3419");
    expect(found("", "Akershus fylkeskommune")).toBe("32");
    expect(found("", "Skodje")).toBe("unknown: otherPlace");
    expect(found("0101", "")).toBe("unknown: unknownNumber");
  });

  it("follows a municipality through mergers, splits and new numbers", () => {
    const days = {from: "2011-01-15", to: "2026-02-01"};
    const follow = (number: string) => followUnit(register, number, days);
    expect(follow("0301")).toEqual(["0301"]);
    expect(follow("0101")).toEqual(["3101"]);
    expect(["0122", "0123", "0124", "0125", "0138"].map(follow)).toEqual(new Array(5).fill(["3118"]));
    expect(follow("1850")).toEqual(expect.arrayContaining(["1806", "1875"]));
    expect(register.municipalities.filter(({to}) => to).flatMap(({number}) => follow(number)).length).toBeGreaterThan(
      429,
    );
  });

  it.each([
    [
      "an end before the beginning",
      "2011-01-01,2023-12-31,3101",
      "2011-01-01,2010-12-31,3101",
      "ends before it begins",
    ],
    ["an end without a successor", `${lastOldDay},3101`, `${lastOldDay},`, "unit that ended, and became nothing"],
    [
      "a successor that is none",
      `${lastOldDay},3101`,
      `${lastOldDay},3102`,
      "number that no unit has on the day after",
    ],
    ["a number used twice", "3103,Moss", "3101,Moss", "number of two units on the same day"],
  ])("is refused for %s", (_, from, to, defect) => {
    const path = join(folder, "register/municipalities.csv");
    const before = readFileSync(path, "utf8");
    expect(before).toContain(from);
    writeFileSync(path, before.replace(from, to));
    expect(() => readDatedRegister(read)).toThrow(defect);
    writeFileSync(path, before);
  });

  it("is refused for a day without units, and a municipality outside the counties of its day", () => {
    expect(() => unitsOn(register, "1999-01-01")).toThrow("no unit on this day");
    const without = {...register, counties: register.counties.filter(({number}) => number !== "31")};
    expect(() => unitsOn(without, "2026-02-01")).toThrow('municipality outside the counties of its day: "3101"');
  });
});
