import type {Lang} from "../../language/text.js";
import type {ExploredTable} from "../table.js";
import {csvText} from "./csvText.js";
import {longColumns, longRows} from "./longTable.js";

/** A table as comma-separated text, one line a cell. A proportion is 0 to 1, and what is not published is empty, never 0. */
export function tableCsv(table: ExploredTable, {lang}: {lang: Lang}): string {
  return csvText(longColumns, longRows(table, lang));
}
