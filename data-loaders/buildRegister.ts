import {op, table} from "arquero";
import {rollup} from "d3";
import {type Municipality, type Register, sizeClassOf} from "../src/lib/respondents/register.js";
import type {Units} from "./inputs/register/readRegister.js";

/** The register as the report shows it: how many units there were, and of what size. */
export function buildRegister({municipalities, counties, countyAuthorities}: Units): Register {
  const units = table({
    population: municipalities.map(({population}) => population),
    code: municipalities.map(({population}) => sizeClassOf(population)),
  });
  const sizeClasses = units
    .groupby("code")
    .rollup({municipalities: op.count(), population: op.sum("population"), smallest: op.min("population")})
    .orderby("smallest")
    .select("code", "municipalities", "population")
    .objects() as Register["sizeClasses"];
  return {
    municipalities: units.numRows(),
    countyAuthorities: countyAuthorities.length,
    counties: counties.length,
    population: units.rollup({population: op.sum("population")}).get("population", 0),
    sizeClasses,
    byCounty: counties.map(({number, name, municipalities: size}) => ({code: number, name, municipalities: size})),
  };
}

/** Every municipality with its names, county and size class, in the register's order. */
export function buildMunicipalities(units: Units): Municipality[] {
  const names = rollup(
    otherNamesOf(units),
    (rows) => [...new Set(rows.map(([, name]) => name))],
    ([number]) => number,
  );
  return units.municipalities.map(({number, name, county_number: county, population}) => ({
    number,
    name,
    otherNames: (names.get(number) ?? []).filter((each) => !name.split(" - ").includes(each)),
    county,
    population,
    sizeClass: sizeClassOf(population),
    ...joinedTo(name, units),
  }));
}

/** Which municipalities became part of one that kept its name. */
function joinedTo(name: string, {joined, municipalities}: Units): Pick<Municipality, "joined"> {
  const rows = joined.filter((row) => row.name === name);
  const nameOf = (number: string) => municipalities.find((each) => each.number === number)?.name ?? number;
  return rows.length === 0 ? {} : {joined: rows.map(({number, isPart}) => ({name: nameOf(number), isPart}))};
}

/** Numbers of municipalities, each with a name it is known by beside its own. */
function otherNamesOf({otherNames, otherPlaces, laterNumbers, mergers}: Units): [number: string, name: string][] {
  const merged = otherPlaces.flatMap(({name, later}) =>
    laterNumbers.filter((each) => each.later === later).map(({number}): [string, string] => [number, name]),
  );
  return [...[...otherNames, ...mergers].map(({number, name}): [string, string] => [number, name]), ...merged];
}
