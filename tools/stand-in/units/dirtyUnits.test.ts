import fc from "fast-check";
import {describe, expect, it} from "vitest";
import type {UnitCells} from "../../../data-loaders/cleaning/units/cells.js";
import {identifyUnit} from "../../../data-loaders/cleaning/units/identifyUnit.js";
import {unitDirectory} from "../../../data-loaders/cleaning/units/unitDirectory.js";
import {sourceReader} from "../../../data-loaders/inputs/readSource.js";
import {readRegister} from "../../../data-loaders/inputs/register/readRegister.js";
import {runs, seed} from "../../../test/support/sampled.js";
import {dirtyUnits, type Pick, type UnitDefect} from "./dirtyUnits.js";
import {type NamedUnit, namedUnits} from "./namedUnits.js";

/** A unit misnamed in one of the ways that apply to it. There always is one: every unit has a number. */
function dirtyUnit(unit: NamedUnit, ways: readonly UnitDefect[], pick: Pick): UnitCells & {way: UnitDefect} {
  const applying = ways.filter((way) => way.applies(unit));
  const way = applying[pick(applying.length)];
  return {...way.write(unit, pick), way};
}

const register = readRegister(sourceReader());
const directory = unitDirectory(register);
const units = namedUnits(register);
const ways = dirtyUnits(register);

describe("dirtyUnits(register)", () => {
  it.each(ways.map((way) => [way.id, way] as const))(
    "%s is read back, or refused for its reason, of every unit",
    (_, way) => {
      const applying = units.filter((unit) => way.applies(unit));
      expect(applying.length).toBeGreaterThan(0);
      for (const [at, unit] of applying.entries()) {
        fc.assert(
          fc.property(fc.infiniteStream(fc.nat()), (numbers) => {
            const pick = (n: number) => numbers.next().value % n;
            const cells = way.write(unit, pick);
            const identified = identifyUnit(cells, directory);
            const expected = way.reason ?? unit.code;
            expect(identified.status === "found" ? identified.code : identified.reason, JSON.stringify(cells)).toBe(
              expected,
            );
          }),
          {seed: seed + at, numRuns: runs(2, 8)},
        );
      }
    },
  );

  it("has ways with every reason", () => {
    const reasons = new Set(ways.flatMap(({reason}) => reason ?? []));
    expect([...reasons].sort()).toEqual(
      [
        "contradiction",
        "merged",
        "noUnit",
        "otherPlace",
        "sharedName",
        "unclearName",
        "unknownName",
        "unknownNumber",
      ].sort(),
    );
  });

  it("misspells fifty names at least", () => {
    const misspelt = ways.find(({id}) => id === "misspelt");
    expect(units.filter((unit) => misspelt?.applies(unit)).length).toBeGreaterThan(50);
  });
});

describe("dirtyUnit(unit, ways, pick)", () => {
  it("writes the unit in a way that applies to it", () => {
    const oslo = units.find(({code}) => code === "0301");
    if (!oslo) throw new Error("no Oslo");
    expect(dirtyUnit(oslo, ways, () => 0)).toMatchObject({number: "0301", name: "Oslo", way: {id: "asRegistered"}});
    expect(dirtyUnit(oslo, ways, (n) => (n > 10 ? 2 : 0))).toMatchObject({
      number: "301",
      name: "Oslo",
      way: {id: "lostZero"},
    });
  });
});
