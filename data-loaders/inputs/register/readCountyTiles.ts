import {z} from "zod";
import type {CountyTile} from "../../../src/lib/table/explorer.js";
import type {SourceReader} from "../readSource.js";
import {checkKnown, checkUnique, readCsvTable, wholeNumber} from "../readTable.js";
import type {County} from "./readRegister.js";

const file = "register/county-tiles.csv";

const tile = z.strictObject({
  number: z.string().regex(/^\d{2}$/, "not a two-digit number"),
  abbreviation: z.string().regex(/^\p{Lu}{2}$/u, "not two capital letters"),
  column: wholeNumber,
  row: wholeNumber,
});

/**
 * Where each county stands in a map of equal squares, in the register’s order.
 *
 * @throws InputError naming a county without a square, a square without a county, or two in one place
 */
export function readCountyTiles(read: SourceReader, counties: readonly County[]): CountyTile[] {
  const rows = readCsvTable(read(file), file, tile);
  checkUnique(rows, file, "number");
  checkUnique(rows, file, "abbreviation");
  const places = rows.map(({number, column, row}) => ({number, place: `${column}, ${row}`}));
  checkUnique(places, file, "place");
  const [given, known] = [rows, counties].map((each) => each.map(({number}) => number));
  checkKnown("square without a county", given, known, {file, column: "number"});
  checkKnown("county without a square", known, given, {file, column: "number"});
  return rows
    .map(({number: county, ...tile}) => ({county, ...tile}))
    .sort((a, b) => known.indexOf(a.county) - known.indexOf(b.county));
}
