import {z} from "zod";
import {InputError} from "../inputError.js";
import type {SourceReader} from "../readSource.js";
import {checkKnown, checkUnique, readCsvTable} from "../readTable.js";

const variantsFile = "register/kommune-name-variants.csv";
const laterFile = "register/kommune-2011-to-2019.csv";
const otherNamesFile = "register/other-names.csv";
const otherPlacesFile = "register/other-places.csv";
const mergersFile = "register/mergers-2020.csv";
const joinedFile = "register/joined-later.csv";

export const municipalityNumber = z.string().regex(/^\d{4}$/, "not a four-digit number");
const unitNumber = z.string().regex(/^\d{4}$|^\d{2}$/, "not a number of two or four digits");
export const name = z.string().trim().min(1);

const variant = z.strictObject({
  number: municipalityNumber,
  official_name: name,
  norwegian_name: name,
  unique_display_name: name,
  ssb_klass_label_2011: name,
});
const laterNumber = z.strictObject({
  number_2011: municipalityNumber,
  number_2019: municipalityNumber,
  note: z.string(),
});
const otherName = z.strictObject({
  /** Four digits of a municipality, two of a county authority. */
  number: unitNumber,
  name,
  /** BCP 47: se Northern, smj Lule and sma Southern Sami, fkv Kven, nb Norwegian. */
  language: z.enum(["nb", "se", "smj", "sma", "fkv"]),
  note: name,
});
const otherPlace = z.strictObject({
  name,
  /** The number it has in 2019, if it was made of several municipalities of 2011; else "". */
  number_2019: z.union([z.literal(""), municipalityNumber]),
  note: name,
});

const merger = z.strictObject({name, number_2011: municipalityNumber, note: z.string()});

const joined = z.strictObject({name, number_2011: municipalityNumber, note: z.enum(["", "part of it", "most of it"])});

type NameVariant = z.infer<typeof variant>;
type LaterNumber = z.infer<typeof laterNumber>;
type OtherPlace = z.infer<typeof otherPlace>;

/** What units of the register are called besides, what numbers they got later, and what is no unit of it. */
export interface UnitNames {
  /** A municipality’s name in Norwegian alone, and with its county where several share one. */
  variants: {number: string; norwegian: string; withCounty: readonly string[]}[];
  laterNumbers: {number: string; later: string}[];
  otherNames: z.infer<typeof otherName>[];
  /** With the number that a place got later, if it was made of several municipalities; else "". */
  otherPlaces: {name: string; later: string}[];
  /** Municipalities from 2020 with a name that none had before, a row for each municipality that was merged into it. */
  mergers: {name: string; number: string}[];
  /** Municipalities that kept their name, a row for each other that became part of it after the survey, whole or in part. */
  joined: {name: string; number: string; isPart: boolean}[];
}

/** What the names are checked against. */
interface KnownUnits {
  municipalities: readonly {number: string; name: string; county: string}[];
  countyAuthorities: readonly {number: string}[];
}

/**
 * Names and later numbers of the units of the register, checked against the units themselves.
 *
 * @throws InputError naming file, row, column and value of the first defect
 */
export function readUnitNames(read: SourceReader, units: KnownUnits): UnitNames {
  const table = <T>(file: string, schema: z.ZodType<T>) => readCsvTable(read(file), file, schema);
  const variants = table(variantsFile, variant);
  const laterRows = table(laterFile, laterNumber);
  const otherNames = table(otherNamesFile, otherName);
  const places = table(otherPlacesFile, otherPlace);
  const laterNumbers = laterRows.map((row) => ({number: row.number_2011, later: row.number_2019}));
  const mergers = table(mergersFile, merger);
  const joinedRows = table(joinedFile, joined);
  checkMergers(mergers, joinedRows, units);
  checkVariants(variants, units);
  checkLaterNumbers(laterRows, units);
  checkOtherNames(otherNames, units);
  checkOtherPlaces(places, mergedOf(laterNumbers), units);
  return {
    variants: variants.map(({number, norwegian_name, unique_display_name, ssb_klass_label_2011}) => ({
      number,
      norwegian: norwegian_name,
      withCounty: [unique_display_name, ssb_klass_label_2011],
    })),
    laterNumbers,
    otherNames,
    otherPlaces: places.map((place) => ({name: place.name, later: place.number_2019})),
    mergers: mergers.map((row) => ({name: row.name, number: row.number_2011})),
    joined: joinedRows.map((row) => ({name: row.name, number: row.number_2011, isPart: row.note !== ""})),
  };
}

/** What was merged are municipalities of the register, and so are those that kept their names. */
function checkMergers(
  mergers: readonly {number_2011: string}[],
  joinedRows: readonly {number_2011: string; name: string}[],
  {municipalities}: KnownUnits,
): void {
  const numbers = municipalities.map(({number}) => number);
  const names = municipalities.map((each) => each.name);
  const kept = joinedRows.map((row) => row.name);
  for (const {file, rows} of [
    {file: mergersFile, rows: mergers},
    {file: joinedFile, rows: joinedRows},
  ]) {
    const given = rows.map((row) => row.number_2011);
    checkKnown("number not in the register", given, numbers, {file, column: "number_2011"});
  }
  checkKnown("name not in the register", kept, names, {file: joinedFile, column: "name"});
}

/** Every municipality once, under the name the register gives it, with variants that come from that name. */
function checkVariants(variants: readonly NameVariant[], {municipalities}: KnownUnits): void {
  checkEachOnce(variants, {file: variantsFile, column: "number", municipalities});
  const byNumber = new Map(municipalities.map((each) => [each.number, each]));
  for (const row of variants) {
    const {name: official = "", county} = byNumber.get(row.number) ?? {};
    const withCounty = (text: string) => [text, `${text} (${county})`];
    const forms = {
      official_name: [official],
      norwegian_name: official.split(" - "),
      unique_display_name: withCounty(row.norwegian_name),
      ssb_klass_label_2011: withCounty(official),
    };
    for (const [column, allowed] of Object.entries(forms)) {
      const value = row[column as keyof typeof forms];
      const at = {file: variantsFile, row: row.number, column, value};
      if (!allowed.includes(value)) throw new InputError("not a form of the register’s name", at);
    }
  }
}

/** Every municipality once; a number that another municipality has in the register is nobody's later number. */
function checkLaterNumbers(rows: readonly LaterNumber[], {municipalities}: KnownUnits): void {
  checkEachOnce(rows, {file: laterFile, column: "number_2011", municipalities});
  const numbers = new Set(municipalities.map(({number}) => number));
  for (const {number_2011: row, number_2019: value} of rows) {
    const at = {file: laterFile, row, column: "number_2019", value};
    if (value !== row && numbers.has(value)) throw new InputError("number of another municipality in 2011", at);
  }
}

/** Each municipality has one row, and each row is a municipality's. */
function checkEachOnce<T extends object>(
  rows: readonly T[],
  {file, column, municipalities}: {file: string; column: keyof T & string} & Pick<KnownUnits, "municipalities">,
): void {
  checkUnique(rows, file, column);
  const listed = rows.map((row) => String(row[column]));
  const numbers = municipalities.map(({number}) => number);
  checkKnown("number not in the register", listed, numbers, {file, column});
  checkKnown("municipality without a row", numbers, listed, {file, column});
}

/** A name is one unit's among municipalities, and one unit's among county authorities: Romsa is Tromsø, and Troms. */
function checkOtherNames(otherNames: UnitNames["otherNames"], {municipalities, countyAuthorities}: KnownUnits): void {
  const numbers = [...municipalities, ...countyAuthorities].map(({number}) => number);
  const keyOf = (number: string, text: string) => `${number.length} ${text.toLowerCase()}`;
  const ownerOf = new Map(
    municipalities.flatMap(({number, name: official}) =>
      [official, ...official.split(" - ")].map((part) => [keyOf(number, part), number]),
    ),
  );
  for (const {number, name: own} of otherNames) {
    const at = {file: otherNamesFile, row: own};
    checkKnown("number not in the register", [number], numbers, {...at, column: "number"});
    const owner = ownerOf.get(keyOf(number, own));
    if (owner !== undefined) throw new InputError("name is taken", {...at, column: "name", value: owner});
    ownerOf.set(keyOf(number, own), number);
  }
}

/** A municipality made of several has a row with its number and name; every other row is no name in the register. */
function checkOtherPlaces(places: readonly OtherPlace[], merged: ReadonlySet<string>, units: KnownUnits): void {
  const file = otherPlacesFile;
  checkUnique(places, file, "name");
  const given = places.map((place) => place.number_2019);
  checkKnown("merged municipality without a name", merged, given, {file, column: "number_2019"});
  const names = new Set(units.municipalities.map((each) => each.name));
  for (const {name: row, number_2019: value} of places) {
    if (value !== "")
      checkKnown("not made of several municipalities", [value], merged, {file, row, column: "number_2019"});
    else if (names.has(row))
      throw new InputError("name of a municipality of 2011", {file, row, column: "name", value: row});
  }
}

/** Later numbers that several municipalities of the register share. */
export function mergedOf(laterNumbers: UnitNames["laterNumbers"]): Set<string> {
  const seen = new Set<string>();
  return new Set(laterNumbers.map(({later}) => later).filter((number) => seen.has(number) || !seen.add(number)));
}
