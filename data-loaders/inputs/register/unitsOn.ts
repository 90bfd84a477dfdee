import {sum} from "d3";
import {InputError} from "../inputError.js";
import {type DatedCounty, type DatedMunicipality, type DatedRegister, dayAfter, isOn} from "./datedRegister.js";
import type {Units} from "./units.js";

/**
 * The units that there were on a day.
 *
 * @throws InputError where there were none, or naming a municipality outside the counties or a county without one
 */
export function unitsOn({municipalities, counties}: DatedRegister, day: string): Units {
  const [own, regions] = [municipalities.filter(isOn(day)), counties.filter(isOn(day))];
  if (own.length === 0)
    throw new InputError("no unit on this day", {
      file: "register/municipalities.csv",
      column: "valid_from",
      value: day,
    });
  checkCounties(own, regions);
  const inCounty = ({number}: DatedCounty) => own.filter((each) => each.number.startsWith(number));
  const countyOf = (number: string) => regions.find((each) => number.startsWith(each.number)) as DatedCounty;
  const populationOf = (county: DatedCounty) => sum(inCounty(county), ({population}) => population);
  return {
    municipalities: own.map(({number, name, population}) => {
      const {number: county_number, name: county} = countyOf(number);
      return {number, name, population, county_number, county};
    }),
    counties: regions.map((county) => ({
      ...{number: county.number, name: county.name, part_of_country: county.partOfCountry},
      ...{municipalities: inCounty(county).length, population: populationOf(county)},
    })),
    countyAuthorities: regions
      .filter(({authority}) => authority !== "")
      .map((county) => ({number: county.number, name: county.authority, population: populationOf(county)})),
    variants: own.map(({number, name}) => ({
      ...{number, norwegian: name},
      withCounty: name.split(" - ").map((part) => `${part} (${countyOf(number).name})`),
    })),
    otherPlaces: formerNames(municipalities, own),
    ...{laterNumbers: [], otherNames: [], mergers: [], joined: []},
  };
}

function checkCounties(municipalities: readonly DatedMunicipality[], counties: readonly DatedCounty[]): void {
  for (const {number: row} of municipalities)
    if (!counties.some(({number}) => row.startsWith(number)))
      throw new InputError("municipality outside the counties of its day", {
        ...{file: "register/municipalities.csv", row, column: "number", value: row},
      });
  for (const {number: row, name} of counties)
    if (!municipalities.some(({number}) => number.startsWith(row)))
      throw new InputError("county without a municipality", {file: "register/counties.csv", row, value: name});
}

/** Names of other days that no unit has: of no unit, and not misspellings of one. */
function formerNames(all: readonly DatedMunicipality[], own: readonly DatedMunicipality[]): Units["otherPlaces"] {
  const partsOf = ({name}: DatedMunicipality) => [name, ...name.split(" - ")];
  const taken = new Set(own.flatMap(partsOf));
  return [...new Set(all.flatMap(partsOf))].filter((name) => !taken.has(name)).map((name) => ({name, later: ""}));
}

/**
 * What a municipality is part of on a later day: its numbers there, that with most of it first; its own where nothing
 * happened to it.
 *
 * @throws Error when there is none of the number on the first day
 */
export function followUnit(
  {municipalities}: Pick<DatedRegister, "municipalities">,
  number: string,
  {from, to}: {from: string; to: string},
): string[] {
  const unit = municipalities.find((each) => each.number === number && isOn(from)(each));
  if (!unit) throw new Error(`no municipality ${number} on ${from}`);
  if (isOn(to)(unit)) return [number];
  const next = dayAfter(unit.to as string);
  return [...new Set(unit.became.flatMap((each) => followUnit({municipalities}, each, {from: next, to})))];
}
