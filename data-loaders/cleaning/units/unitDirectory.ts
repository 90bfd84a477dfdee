import {group} from "d3";
import {memoize} from "../../../src/lib/memoize.js";
import type {Units} from "../../inputs/register/readRegister.js";
import {mergedOf} from "../../inputs/register/readUnitNames.js";
import {countyIndex} from "./countyBeside.js";
import {letterMask} from "./spelling/letterMask.js";
import {writingsOf} from "./spelling/letters.js";
import {nameKey} from "./spelling/nameKey.js";
import type {UnitStep} from "./unitSteps.js";
import type {UnitKind} from "./unitWord.js";

/** A municipality or county authority of 2011. */
export interface Unit {
  /** The four digits of a municipality; of a county authority the two of its county. */
  code: string;
  kind: UnitKind;
  /** Number of its county. */
  county: string;
}

/** One way to write one name. */
export interface KnownName {
  /** As it is written. */
  text: string;
  /** Capitals and punctuation folded. */
  key: string;
  /** The letters of the key, as `letterMask`. */
  letters: number;
  /** Whose name it is; null if it is that of a place which was no unit in 2011. */
  unit: Unit | null;
  /** What this name being used is on record as. */
  steps: readonly UnitStep[];
}

/** All that is known of units, by what they are found by. Built once; the order of the register makes no difference. */
export interface UnitDirectory {
  units: ReadonlyMap<string, Unit>;
  /** Names, by key. */
  names: ReadonlyMap<string, readonly KnownName[]>;
  /** Names without their letters ("Tromso"), by key. */
  writings: ReadonlyMap<string, readonly KnownName[]>;
  /** Names and writings by the length of their key. */
  byLength: ReadonlyMap<number, readonly KnownName[]>;
  /** County numbers by folded name or abbreviation. */
  counties: ReadonlyMap<string, string>;
  /** Codes of 2011 by a number of 2012–2019 that nobody had in 2011. */
  laterNumbers: ReadonlyMap<string, readonly string[]>;
  /** The code of 2011 whose name a merged municipality kept, by the number it got. */
  namesakes: ReadonlyMap<string, string>;
}

function keyed(text: string): {key: string; letters: number} {
  const key = nameKey(text);
  return {key, letters: letterMask(key)};
}

/**
 * The index in which `identifyUnit` looks up, memoised. A county authority has the code of its county ("05"), in two digits, so that
 * no code of one kind can be taken for one of the other; Oslo is municipality 0301 and has no authority.
 */
export const unitDirectory = memoize((register: Units): UnitDirectory => {
  const units = unitsOf(register);
  const names = groupNames(namesOf(register, units));
  const writings = groupNames([...names.values()].flat().flatMap(writtenOtherwise));
  return {
    units,
    names,
    writings,
    byLength: group([...names.values(), ...writings.values()].flat(), ({key}) => key.length),
    counties: countyIndex(register.counties),
    laterNumbers: laterNumbersOf(register, units),
    namesakes: namesakesOf(register, names),
  };
});

function unitsOf({municipalities, countyAuthorities}: Units): Map<string, Unit> {
  const all: Unit[] = [
    ...municipalities.map(({number, county_number}) => ({
      code: number,
      kind: "municipality" as const,
      county: county_number,
    })),
    ...countyAuthorities.map(({number}) => ({code: number, kind: "authority" as const, county: number})),
  ];
  return new Map(all.map((unit) => [unit.code, unit]));
}

type GivenName = [code: string | null, text: string, step: UnitStep | null];

/** Every name in the order in which one is preferred where a unit has the same name twice. */
function namesOf(register: Units, units: ReadonlyMap<string, Unit>): KnownName[] {
  const own: GivenName[] = [
    ...[...register.municipalities, ...register.countyAuthorities].map(
      ({number, name}): GivenName => [number, name, null],
    ),
    ...register.variants.flatMap(variantsOf),
    ...register.municipalities.flatMap(({number, name}) =>
      partsOf(name).map((part): GivenName => [number, part, "otherName"]),
    ),
    ...register.otherNames.map(({number, name}): GivenName => [number, name, "otherName"]),
  ];
  const taken = new Set(own.map(([, text]) => nameKey(text)));
  const isFree = ([, text]: GivenName) => !taken.has(nameKey(text));
  const bare = register.counties.map(({number, name}): GivenName => [number, name, "bareCounty"]).filter(isFree);
  const places = register.otherPlaces.map(({name}): GivenName => [null, name, null]).filter(isFree);
  return [...own, ...bare, ...places].map(([code, text, step]) => ({
    text,
    ...keyed(text),
    unit: code === null ? null : (units.get(code) as Unit),
    steps: step === null ? [] : [step],
  }));
}

function variantsOf({number, norwegian, withCounty}: Units["variants"][number]): GivenName[] {
  return [[number, norwegian, "otherName"], ...withCounty.map((name): GivenName => [number, name, "county"])];
}

function partsOf(name: string): string[] {
  return name.split(" - ");
}

function writtenOtherwise({text, unit, steps}: KnownName): KnownName[] {
  return writingsOf(text).map((writing) => ({text: writing, ...keyed(writing), unit, steps: [...steps, "letters"]}));
}

/** Names by key; of a unit that has the same key twice the first. */
function groupNames(names: readonly KnownName[]): Map<string, KnownName[]> {
  const groups = new Map<string, KnownName[]>();
  for (const name of names) {
    const same = groups.get(name.key) ?? [];
    if (!same.some(({unit}) => unit === name.unit)) groups.set(name.key, [...same, name]);
  }
  return groups;
}

function laterNumbersOf({laterNumbers}: Units, units: ReadonlyMap<string, Unit>): Map<string, string[]> {
  const later = new Map<string, string[]>();
  for (const {number, later: code} of laterNumbers) {
    if (!units.has(code)) later.set(code, [...(later.get(code) ?? []), number].sort());
  }
  return later;
}

function namesakesOf(
  {laterNumbers, otherPlaces}: Units,
  names: ReadonlyMap<string, readonly KnownName[]>,
): Map<string, string> {
  const merged = mergedOf(laterNumbers);
  return new Map(
    otherPlaces
      .filter((place) => merged.has(place.later))
      .flatMap(({name, later}) =>
        (names.get(nameKey(name)) ?? []).flatMap(({unit}): [string, string][] =>
          unit?.kind === "municipality" ? [[later, unit.code]] : [],
        ),
      ),
  );
}
