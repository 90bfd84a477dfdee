import {z} from "zod";
import {InputError} from "../inputError.js";
import type {SourceReader} from "../readSource.js";
import {checkKnown, readCsvTable, wholeNumber} from "../readTable.js";
import {municipalityNumber, name} from "./readUnitNames.js";

const municipalitiesFile = "register/municipalities.csv";
const countiesFile = "register/counties.csv";

const day = z.iso.date();
const days = {valid_from: day, valid_to: z.union([z.literal(""), day])};

const municipality = z.strictObject({
  number: municipalityNumber,
  name,
  population: wholeNumber,
  ...days,
  became: z.string().regex(/^(\d{4}( \d{4})*)?$/, "not numbers with a space between"),
});
const county = z.strictObject({
  number: z.string().regex(/^\d{2}$/, "not a two-digit number"),
  name,
  part_of_country: name,
  authority: z.string().trim(),
  ...days,
});

/** A unit in the days in which it had this number and name, ISO 8601; `to` is the last of them, or null if it still has. */
interface Dated {
  number: string;
  name: string;
  from: string;
  to: string | null;
}

export interface DatedMunicipality extends Dated {
  population: number;
  /** Numbers of those that it is part of from the day after, the one with most of it first. */
  became: readonly string[];
}

export interface DatedCounty extends Dated {
  partOfCountry: string;
  /** Name of the county’s authority; empty where its only municipality is both. */
  authority: string;
}

/** Units of local government with the days in which they were. A municipality’s number begins with its county’s. */
export interface DatedRegister {
  municipalities: readonly DatedMunicipality[];
  counties: readonly DatedCounty[];
}

/**
 * The register of a folder that has one with days; null where it has none.
 *
 * @throws InputError naming file, row, column and value of the first defect
 */
export function readDatedRegister(read: SourceReader): DatedRegister | null {
  if (!hasInput(read, municipalitiesFile)) return null;
  const register = {
    municipalities: readCsvTable(read(municipalitiesFile), municipalitiesFile, municipality).map(
      ({valid_from, valid_to, became, ...unit}) => ({
        ...{...unit, from: valid_from, to: valid_to || null},
        became: became.split(" ").filter(Boolean),
      }),
    ),
    counties: readCsvTable(read(countiesFile), countiesFile, county).map(
      ({valid_from, valid_to, part_of_country: partOfCountry, ...unit}) => ({
        ...{...unit, partOfCountry, from: valid_from, to: valid_to || null},
      }),
    ),
  };
  checkDays(register.municipalities, municipalitiesFile);
  checkDays(register.counties, countiesFile);
  checkSuccessors(register.municipalities);
  return register;
}

function hasInput(read: SourceReader, file: string): boolean {
  try {
    read(file);
    return true;
  } catch (error) {
    const isMissing = error instanceof InputError && error.message.startsWith("missing input");
    if (isMissing || (error as NodeJS.ErrnoException).code === "ENOENT") return false;
    throw error;
  }
}

/** True of a unit on a day. */
export const isOn =
  (day: string) =>
  ({from, to}: Pick<Dated, "from" | "to">) =>
    from <= day && (to === null || day <= to);

/** That no number is two units’ on the same day, and none ends before it begins. */
function checkDays(units: readonly Dated[], file: string): void {
  for (const [at, {number: row, from, to}] of units.entries()) {
    if (to !== null && to < from)
      throw new InputError("ends before it begins", {file, row, column: "valid_to", value: to});
    const other = units
      .slice(0, at)
      .find((each) => each.number === row && (isOn(from)(each) || isOn(each.from)({from, to})));
    if (other)
      throw new InputError("number of two units on the same day", {file, row, column: "valid_from", value: from});
  }
}

/** That what ends becomes something that there is on the day after, and what does not end becomes nothing. */
function checkSuccessors(units: readonly DatedMunicipality[]): void {
  const file = municipalitiesFile;
  for (const {number: row, to, became} of units) {
    const at = {file, row, column: "became"};
    if (to === null && became.length > 0)
      throw new InputError("unit that became another and has no last day", {...at, column: "valid_to"});
    if (to === null) continue;
    if (became.length === 0) throw new InputError("unit that ended, and became nothing", at);
    const known = units.filter(isOn(dayAfter(to))).map(({number}) => number);
    checkKnown("number that no unit has on the day after", became, known, at);
  }
}

/** The day after a day. */
export function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}
