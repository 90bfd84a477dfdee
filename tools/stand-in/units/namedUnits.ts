import type {UnitKind} from "../../../data-loaders/cleaning/units/unitWord.js";
import type {Units} from "../../../data-loaders/inputs/register/readRegister.js";
import {mergedOf} from "../../../data-loaders/inputs/register/readUnitNames.js";

/** A unit with all that it may be called by, for those who write files rather than read them. */
export interface NamedUnit {
  /** As `Unit.code`: four digits, or two of a county authority. */
  code: string;
  kind: UnitKind;
  /** The register's. */
  name: string;
  county: string;
  /** True if no other unit has the name. */
  isNameUnique: boolean;
  otherNames: readonly string[];
  /** The number it has in 2019; null if that is the one of 2011, and of a county authority. */
  laterNumber: string | null;
  /** True if others of 2011 share that number. */
  isMerged: boolean;
  /** True if the unit that it became part of kept its name. */
  isNamesake: boolean;
}

/** Municipalities and county authorities, each in the register's order. */
export function namedUnits(register: Units): NamedUnit[] {
  return [...register.municipalities.map((each) => municipality(each, register)), ...authorities(register)];
}

function municipality({number, name, county}: Units["municipalities"][number], register: Units): NamedUnit {
  const later = register.laterNumbers.find((row) => row.number === number)?.later ?? number;
  return {
    code: number,
    kind: "municipality",
    name,
    county,
    isNameUnique: register.municipalities.filter((each) => each.name === name).length === 1,
    otherNames: otherNamesOf(number, register),
    laterNumber: later === number ? null : later,
    isMerged: mergedOf(register.laterNumbers).has(later),
    isNamesake: register.otherPlaces.some((place) => place.later === later && place.name === name),
  };
}

function authorities(register: Units): NamedUnit[] {
  return register.countyAuthorities.map(({number, name}) => ({
    code: number,
    kind: "authority",
    name,
    county: register.counties.find((each) => each.number === number)?.name ?? "",
    isNameUnique: true,
    otherNames: otherNamesOf(number, register),
    laterNumber: null,
    isMerged: false,
    isNamesake: false,
  }));
}

/** Without those that a unit of the other kind has too: Romsa. */
function otherNamesOf(number: string, {otherNames}: Units): string[] {
  const isShared = (name: string) => otherNames.some((each) => each.name === name && each.number !== number);
  return otherNames.filter((each) => each.number === number && !isShared(each.name)).map(({name}) => name);
}
