import {z} from "zod";
import type {CountyTile} from "../../src/lib/table/explorer.js";
import {InputError} from "./inputError.js";
import type {County} from "./readRegister.js";
import type {SourceReader} from "./readSource.js";
import {checkUnique, readCsvTable, wholeNumber} from "./readTable.js";

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
  for (const {number} of rows)
    if (!counties.some((county) => county.number === number))
      throw new InputError("square without a county", {file, row: number, column: "number", value: number});
  return counties.map(({number}) => {
    const found = rows.find((row) => row.number === number);
    if (!found) throw new InputError("county without a square", {file, column: "number", value: number});
    const {abbreviation, column, row} = found;
    return {county: number, abbreviation, column, row};
  });
}
