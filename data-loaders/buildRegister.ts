import {op, table} from "arquero";
import {type Municipality, type Register, sizeClassOf} from "../src/lib/respondents/register.js";
import type {Units} from "./inputs/readRegister.js";

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

/** Every municipality with its county and size class, in the register's order. */
export function buildMunicipalities({municipalities}: Units): Municipality[] {
  return municipalities.map(({name, county_number: county, population}) => ({
    name,
    county,
    population,
    sizeClass: sizeClassOf(population),
  }));
}
