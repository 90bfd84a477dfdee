import {sum} from "d3";
import {z} from "zod";
import {has, settings} from "../../../src/lib/settings.js";
import {InputError} from "../inputError.js";
import type {SourceReader} from "../readSource.js";
import {checkUnique, readCsvTable, wholeNumber} from "../readTable.js";
import {readDatedRegister} from "./datedRegister.js";
import {municipalityNumber, name, readUnitNames} from "./readUnitNames.js";
import type {Units} from "./units.js";
import {unitsOn} from "./unitsOn.js";

const municipalitiesFile = "register/kommuner-2011.csv";
const countiesFile = "register/fylker-2011.csv";
const authoritiesFile = "register/fylkeskommuner-2011.csv";

export type {County, Units} from "./units.js";

const countyNumber = z.string().regex(/^\d{2}$/, "not a two-digit number");
const year = z.literal("2011");

const municipality = z.strictObject({
  number: municipalityNumber,
  name,
  county_number: countyNumber,
  county: name,
  population: wholeNumber,
  population_year: year,
});
const county = z.strictObject({
  number: countyNumber,
  name,
  municipalities: wholeNumber,
  population: wholeNumber,
  population_year: year,
  part_of_country: name,
});
const countyAuthority = z.strictObject({number: countyNumber, name, population: wholeNumber});

/** Of a survey whose respondents are no units of a register. */
const withoutRegister: Units = {
  municipalities: [],
  counties: [],
  countyAuthorities: [],
  variants: [],
  laterNumbers: [],
  otherNames: [],
  otherPlaces: [],
  mergers: [],
  joined: [],
};

const lastFieldwork = settings.waves.at(-1)?.fieldwork ?? settings.fieldwork;

/**
 * The register on a day, of a folder whose register has days; else that of 2011, or an empty one of a survey that has none.
 * In that of 2011 counties and municipalities are two lists of the same people, so that each proves the other.
 *
 * @param day ISO 8601; by default the first of the fieldwork, of several waves of the last
 * @throws InputError naming file, row, column and value of the first defect
 */
export function readRegister(read: SourceReader, day: string = lastFieldwork.from): Units {
  if (!has("register")) return withoutRegister;
  const dated = readDatedRegister(read);
  if (dated) return unitsOn(dated, day);
  const units = readUnits(read);
  return {...units, ...readUnitNames(read, units)};
}

/** The three lists that prove each other. */
type ListedUnits = Pick<Units, "municipalities" | "counties" | "countyAuthorities">;

function readUnits(read: SourceReader): ListedUnits {
  const table = <T>(file: string, schema: z.ZodType<T & {number: string}>) => {
    const rows = readCsvTable(read(file), file, schema);
    checkUnique(rows, file, "number");
    return rows;
  };
  const units = {
    municipalities: table(municipalitiesFile, municipality),
    counties: table(countiesFile, county),
    countyAuthorities: table(authoritiesFile, countyAuthority),
  };
  checkMunicipalities(units);
  checkCounties(units);
  checkAuthorities(units);
  return units;
}

function checkMunicipalities({municipalities, counties}: ListedUnits): void {
  const byNumber = new Map(counties.map((each) => [each.number, each]));
  for (const {number, county_number, county: countyName} of municipalities) {
    const at = {file: municipalitiesFile, row: number};
    const own = byNumber.get(county_number);
    if (!own || !number.startsWith(county_number))
      throw new InputError("municipality outside its county", {...at, column: "county_number", value: county_number});
    const named = {...at, column: "county", value: countyName};
    if (own.name !== countyName) throw new InputError("county’s name is another in the list of counties", named);
  }
}

function checkCounties({municipalities, counties}: ListedUnits): void {
  for (const {number: row, municipalities: count, population} of counties) {
    const inCounty = municipalities.filter(({county_number}) => county_number === row);
    const counted = {file: countiesFile, row, column: "municipalities", value: count};
    if (inCounty.length !== count) throw new InputError("not the number of municipalities listed", counted);
    const summed = {file: countiesFile, row, column: "population", value: population};
    if (sum(inCounty, (each) => each.population) !== population)
      throw new InputError("not the sum of its municipalities", summed);
  }
}

/** Every county has an authority with the county’s people, but one that is a single municipality: that is both in one. */
function checkAuthorities({counties, countyAuthorities}: ListedUnits): void {
  const file = authoritiesFile;
  const withAuthority = counties.filter(({municipalities}) => municipalities > 1);
  for (const {number, population} of withAuthority) {
    const authority = countyAuthorities.find((each) => each.number === number);
    if (!authority) throw new InputError("county without an authority", {file, column: "number", value: number});
    const at = {file, row: number, column: "population", value: authority.population};
    if (authority.population !== population) throw new InputError("not the county’s population", at);
  }
  if (countyAuthorities.length !== withAuthority.length)
    throw new InputError("authority without a county", {file, value: countyAuthorities.length});
}
