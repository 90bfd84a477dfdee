import {z} from "zod";
import {InputError} from "./inputError.js";
import type {SourceReader} from "./readSource.js";
import {checkUnique, readCsvTable, wholeNumber} from "./readTable.js";
import {readUnitNames, type UnitNames} from "./readUnitNames.js";

const municipalityNumber = z.string().regex(/^\d{4}$/, "not a four-digit number");
const countyNumber = z.string().regex(/^\d{2}$/, "not a two-digit number");
const name = z.string().trim().min(1);
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

export type Municipality = z.infer<typeof municipality>;
export type County = z.infer<typeof county>;
export type CountyAuthority = z.infer<typeof countyAuthority>;

/** The units of local government on 1 January 2011. */
export interface Units extends UnitNames {
  municipalities: Municipality[];
  counties: County[];
  countyAuthorities: CountyAuthority[];
}

/**
 * The register of 2011. Counties and municipalities are two lists of the same people, so that each proves the other.
 *
 * @throws InputError naming file, row, column and value of the first defect
 */
export function readRegister(read: SourceReader): Units {
  const units = readUnits(read);
  return {...units, ...readUnitNames(read, units)};
}

/** The three lists that prove each other. */
type ListedUnits = Pick<Units, "municipalities" | "counties" | "countyAuthorities">;

function readUnits(read: SourceReader): ListedUnits {
  const table = <T>(file: string, schema: z.ZodType<T>) =>
    readCsvTable(read(`register/${file}`), `register/${file}`, schema);
  const units = {
    municipalities: table("kommuner-2011.csv", municipality),
    counties: table("fylker-2011.csv", county),
    countyAuthorities: table("fylkeskommuner-2011.csv", countyAuthority),
  };
  checkUnique(units.municipalities, "register/kommuner-2011.csv", "number");
  checkUnique(units.counties, "register/fylker-2011.csv", "number");
  checkUnique(units.countyAuthorities, "register/fylkeskommuner-2011.csv", "number");
  checkCounties(units);
  checkAuthorities(units);
  return units;
}

function checkCounties({municipalities, counties}: ListedUnits): void {
  const byNumber = new Map(counties.map((each) => [each.number, each]));
  for (const {number, county_number, county: countyName} of municipalities) {
    const at = {file: "register/kommuner-2011.csv", row: number};
    if (!number.startsWith(county_number) || !byNumber.has(county_number)) {
      throw new InputError("municipality outside its county", {...at, column: "county_number", value: county_number});
    }
    if (byNumber.get(county_number)?.name !== countyName) {
      throw new InputError("county’s name is another in the list of counties", {
        ...at,
        column: "county",
        value: countyName,
      });
    }
  }
  for (const each of counties) {
    const inCounty = municipalities.filter(({county_number}) => county_number === each.number);
    const at = {file: "register/fylker-2011.csv", row: each.number};
    if (inCounty.length !== each.municipalities) {
      throw new InputError("not the number of municipalities listed", {
        ...at,
        column: "municipalities",
        value: each.municipalities,
      });
    }
    if (inCounty.reduce((sum, {population}) => sum + population, 0) !== each.population) {
      throw new InputError("not the sum of its municipalities", {...at, column: "population", value: each.population});
    }
  }
}

/** Every county but Oslo, which is municipality and county in one, has an authority with the county's people. */
function checkAuthorities({counties, countyAuthorities}: ListedUnits): void {
  const file = "register/fylkeskommuner-2011.csv";
  const withAuthority = counties.filter(({name: countyName}) => countyName !== "Oslo");
  for (const each of withAuthority) {
    const authority = countyAuthorities.find(({number}) => number === each.number);
    if (!authority) throw new InputError("county without an authority", {file, column: "number", value: each.number});
    if (authority.population !== each.population) {
      throw new InputError("not the county’s population", {
        file,
        row: each.number,
        column: "population",
        value: authority.population,
      });
    }
  }
  if (countyAuthorities.length !== withAuthority.length) {
    throw new InputError("authority without a county", {file, value: countyAuthorities.length});
  }
}
