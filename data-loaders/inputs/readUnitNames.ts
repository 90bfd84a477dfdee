import {z} from "zod";
import {InputError} from "./inputError.js";
import type {SourceReader} from "./readSource.js";
import {checkUnique, readCsvTable} from "./readTable.js";

const variantsFile = "register/kommune-name-variants.csv";
const laterFile = "register/kommune-2011-to-2019.csv";
const otherNamesFile = "register/other-names.csv";
const otherPlacesFile = "register/other-places.csv";

const municipalityNumber = z.string().regex(/^\d{4}$/, "not a four-digit number");
const unitNumber = z.string().regex(/^\d{4}$|^\d{2}$/, "not a number of two or four digits");
const name = z.string().trim().min(1);

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

export type NameVariant = z.infer<typeof variant>;
export type LaterNumber = z.infer<typeof laterNumber>;
export type OtherName = z.infer<typeof otherName>;
export type OtherPlace = z.infer<typeof otherPlace>;

/** What units of 2011 are called besides, what numbers they got later, and what is no unit of 2011. */
/** What is read here of a municipality in the register. */
type Municipality = {number: string; name: string; county: string};

export interface UnitNames {
  variants: NameVariant[];
  laterNumbers: LaterNumber[];
  otherNames: OtherName[];
  otherPlaces: OtherPlace[];
}

/** What the names are checked against. */
interface KnownUnits {
  municipalities: readonly Municipality[];
  countyAuthorities: readonly {number: string}[];
}

/**
 * Names and later numbers of the units of 2011, checked against the units themselves.
 *
 * @throws InputError naming file, row, column and value of the first defect
 */
export function readUnitNames(read: SourceReader, units: KnownUnits): UnitNames {
  const table = <T>(file: string, schema: z.ZodType<T>) => readCsvTable(read(file), file, schema);
  const names = {
    variants: table(variantsFile, variant),
    laterNumbers: table(laterFile, laterNumber),
    otherNames: table(otherNamesFile, otherName),
    otherPlaces: table(otherPlacesFile, otherPlace),
  };
  checkVariants(names.variants, units.municipalities);
  checkLaterNumbers(names.laterNumbers, units.municipalities);
  checkOtherNames(names.otherNames, units);
  checkOtherPlaces(names, units.municipalities);
  return names;
}

/** Every municipality once, under the name the register gives it, with variants that come from that name. */
function checkVariants(variants: readonly NameVariant[], municipalities: readonly Municipality[]): void {
  checkUnique(variants, variantsFile, "number");
  checkAll(variantsFile, "number", {rows: variants.map(({number}) => number), municipalities});
  const byNumber = new Map(municipalities.map((each) => [each.number, each]));
  for (const row of variants) {
    const {name: official, county} = byNumber.get(row.number) as Municipality;
    const withCounty = (text: string) => [text, `${text} (${county})`];
    checkOneOf(row, "official_name", [official]);
    checkOneOf(row, "norwegian_name", official.split(" - "));
    checkOneOf(row, "unique_display_name", withCounty(row.norwegian_name));
    checkOneOf(row, "ssb_klass_label_2011", withCounty(official));
  }
}

function checkOneOf(row: NameVariant, column: keyof NameVariant, allowed: readonly string[]): void {
  if (allowed.includes(row[column])) return;
  throw new InputError("not a form of the register’s name", {
    file: variantsFile,
    row: row.number,
    column,
    value: row[column],
  });
}

/** Every municipality once; a number that another municipality had in 2011 is nobody's later number. */
function checkLaterNumbers(laterNumbers: readonly LaterNumber[], municipalities: readonly Municipality[]): void {
  checkUnique(laterNumbers, laterFile, "number_2011");
  checkAll(laterFile, "number_2011", {rows: laterNumbers.map((row) => row.number_2011), municipalities});
  const numbers = new Set(municipalities.map(({number}) => number));
  for (const {number_2011: row, number_2019: value} of laterNumbers) {
    if (value !== row && numbers.has(value)) {
      throw new InputError("number of another municipality in 2011", {
        file: laterFile,
        row,
        column: "number_2019",
        value,
      });
    }
  }
}

function checkAll(
  file: string,
  column: string,
  {rows, municipalities}: {rows: readonly string[]; municipalities: readonly Municipality[]},
): void {
  const numbers = new Set(municipalities.map(({number}) => number));
  const unknown = rows.find((number) => !numbers.has(number));
  if (unknown !== undefined) throw new InputError("number not in the register", {file, column, value: unknown});
  const listed = new Set(rows);
  const missing = municipalities.find(({number}) => !listed.has(number));
  if (missing) throw new InputError("municipality without a row", {file, column, value: missing.number});
}

/** A name is one unit's among municipalities, and one unit's among county authorities: Romsa is Tromsø, and Troms. */
function checkOtherNames(otherNames: readonly OtherName[], {municipalities, countyAuthorities}: KnownUnits): void {
  const numbers = new Set([...municipalities, ...countyAuthorities].map(({number}) => number));
  const taken = new Map<string, string>(
    municipalities.flatMap((each) =>
      [each.name, ...each.name.split(" - ")].map((part) => [keyOf({...each, name: part}), each.number]),
    ),
  );
  for (const row of otherNames) {
    const at = {file: otherNamesFile, row: row.name};
    if (!numbers.has(row.number)) {
      throw new InputError("number not in the register", {...at, column: "number", value: row.number});
    }
    const owner = taken.get(keyOf(row));
    if (owner !== undefined) throw new InputError("name is taken", {...at, column: "name", value: owner});
    taken.set(keyOf(row), row.number);
  }
}

const keyOf = (unit: {number: string; name: string}) => `${unit.number.length} ${unit.name.toLowerCase()}`;

/** A municipality made of several has a row with its number and name; every other row is no name of a unit of 2011. */
function checkOtherPlaces({laterNumbers, otherPlaces}: UnitNames, municipalities: readonly Municipality[]): void {
  checkUnique(otherPlaces, otherPlacesFile, "name");
  const mergedNumbers = mergedOf(laterNumbers);
  for (const value of mergedNumbers) {
    if (!otherPlaces.some((place) => place.number_2019 === value)) {
      throw new InputError("merged municipality without a name", {
        file: otherPlacesFile,
        column: "number_2019",
        value,
      });
    }
  }
  const names = new Set(municipalities.map((each) => each.name));
  for (const place of otherPlaces) {
    const at = {file: otherPlacesFile, row: place.name};
    if (place.number_2019 === "" && names.has(place.name)) {
      throw new InputError("name of a municipality of 2011", {...at, column: "name", value: place.name});
    }
    if (place.number_2019 !== "" && !mergedNumbers.has(place.number_2019)) {
      throw new InputError("not made of several municipalities", {
        ...at,
        column: "number_2019",
        value: place.number_2019,
      });
    }
  }
}

/** Later numbers that several municipalities of 2011 share. */
export function mergedOf(laterNumbers: readonly LaterNumber[]): Set<string> {
  const seen = new Set<string>();
  const later = laterNumbers.map((row) => row.number_2019);
  return new Set(later.filter((number) => seen.has(number) || !seen.add(number)));
}
