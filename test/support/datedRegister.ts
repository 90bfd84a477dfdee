import {mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {parse} from "csv-parse/sync";
import {sourceReader} from "../../data-loaders/inputs/readSource.js";
import {readRegister} from "../../data-loaders/inputs/register/readRegister.js";

/*
 * A register with days, as a next wave of this survey needs it: the municipalities of 2011 and what became of them, and the 357
 * that there are from 2024, in 15 counties. Numbers and names are those of Statistics Norway’s classification 131. Two
 * things are not so: mergers stand on one day, and today’s populations are those of 2011, summed.
 */
export const lastOldDay = "2023-12-31";
const firstNewDay = "2024-01-01";

type Row = Record<string, string>;
const rowsOf = (path: string): Row[] => parse(readFileSync(path, "utf8"), {columns: true, bom: true});
const source = (file: string) => rowsOf(`data-loaders/source/register/${file}`);

const counties = [
  ["03", "Oslo", "Østlandet", "", "OS"],
  ["11", "Rogaland", "Vestlandet", "Rogaland fylkeskommune", "RO"],
  ["15", "Møre og Romsdal", "Vestlandet", "Møre og Romsdal fylkeskommune", "MR"],
  ["18", "Nordland", "Nord-Norge", "Nordland fylkeskommune", "NO"],
  ["31", "Østfold", "Østlandet", "Østfold fylkeskommune", "ØF"],
  ["32", "Akershus", "Østlandet", "Akershus fylkeskommune", "AK"],
  ["33", "Buskerud", "Østlandet", "Buskerud fylkeskommune", "BU"],
  ["34", "Innlandet", "Østlandet", "Innlandet fylkeskommune", "IN"],
  ["39", "Vestfold", "Østlandet", "Vestfold fylkeskommune", "VF"],
  ["40", "Telemark", "Østlandet", "Telemark fylkeskommune", "TE"],
  ["42", "Agder", "Agder", "Agder fylkeskommune", "AG"],
  ["46", "Vestland", "Vestlandet", "Vestland fylkeskommune", "VE"],
  ["50", "Trøndelag", "Trøndelag", "Trøndelag fylkeskommune", "TR"],
  ["55", "Troms", "Nord-Norge", "Troms fylkeskommune", "TM"],
  ["56", "Finnmark", "Nord-Norge", "Finnmark fylkeskommune", "FI"],
] as const;

/** The municipalities from 2024. */
export const newMunicipalities = () => rowsOf("test/support/register/municipalities-2024.csv");

/** Lays `register/` in a folder. */
export function layDatedRegister(folder: string): void {
  mkdirSync(join(folder, "register"), {recursive: true});
  const lay = (name: string, lines: readonly (readonly (string | number)[])[]) =>
    writeFileSync(join(folder, "register", name), lines.map((line) => line.join(",")).join("\n"));
  const old = readRegister(sourceReader());
  const successors = successorsOf(old.municipalities);
  const populations = new Map<string, number>();
  for (const {number, population} of old.municipalities) {
    const [most] = successors.get(number) as string[];
    populations.set(most, (populations.get(most) ?? 0) + population);
  }
  const days = (from: string, to: string) => [from, to] as const;
  lay("municipalities.csv", [
    ["number", "name", "population", "valid_from", "valid_to", "became"],
    ...old.municipalities.map(({number, name, population}) => {
      return [number, name, population, ...days("2011-01-01", lastOldDay), (successors.get(number) ?? []).join(" ")];
    }),
    ...newMunicipalities().map(({number, name}) => {
      return [number, name, populations.get(number) ?? 1000, ...days(firstNewDay, ""), ""];
    }),
  ]);
  const authorities = new Map(old.countyAuthorities.map(({number, name}) => [number, name]));
  lay("counties.csv", [
    ["number", "name", "part_of_country", "authority", "valid_from", "valid_to"],
    ...old.counties.map(({number, name, part_of_country}) => {
      return [number, name, part_of_country, authorities.get(number) ?? "", ...days("2011-01-01", lastOldDay)];
    }),
    ...counties.map(([number, name, part, authority]) => [number, name, part, authority, ...days(firstNewDay, "")]),
  ]);
  lay("county-tiles.csv", [
    ["number", "abbreviation", "column", "row"],
    ...counties.map(([number, , , , abbreviation], at) => [number, abbreviation, at % 4, Math.floor(at / 4)]),
  ]);
}

/** By number of 2011 what it is part of today, the one with most of it first: by what the lists say, or else by its name. */
function successorsOf(municipalities: readonly {number: string; name: string; county_number: string}[]) {
  const numbers = newMunicipalities();
  const later = new Map(source("kommune-2011-to-2019.csv").map((row) => [row.number_2011, row.number_2019]));
  const places = new Map(source("other-places.csv").map((row) => [row.number_2019, row.name]));
  const merged = [...source("mergers-2020.csv"), ...source("joined-later.csv")].toSorted(
    (a, b) => Number(a.note === "part of it") - Number(b.note === "part of it"),
  );
  const sameCounty: Row = {"01": "31", "04": "34", "15": "15", "18": "18"};
  const named = (name: string, county: string) =>
    numbers
      .filter((each) => [each.name, ...each.name.split(" - ")].includes(name))
      .filter((each, _, all) => all.length === 1 || each.number.startsWith(sameCounty[county]))
      .map(({number}) => number);
  return new Map(
    municipalities.map(({number, name, county_number}) => {
      const into = merged.filter((row) => row.number_2011 === number).map((row) => row.name);
      const place = places.get(later.get(number) ?? "-");
      const names = into.length > 0 ? into : [place ?? name, ...name.split(" - ")];
      return [number, [...new Set(names.flatMap((each) => named(each, county_number)))]];
    }),
  );
}
