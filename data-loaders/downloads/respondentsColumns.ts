import {gzipSync} from "node:zlib";
import {missingCodes, type TallyColumn} from "../../src/lib/table/counts/tally.js";
import {classColumn} from "../../src/lib/table/variable.js";
import type {Survey} from "../survey/buildSurvey.js";
import type {Countable} from "../survey/explorer/countable.js";
import {respondentsArrow} from "./respondentsArrow.js";

/**
 * The columns of an open file of too many respondents to be sent whole, each as a file of its own: what `respondentsArrow`
 * makes of it alone, compressed with gzip. All have the same order of rows, by what readers filter by and then by the other
 * questions, since what is alike is short to write; it is not the order of the file.
 *
 * @returns by name of the column
 */
export function respondentsColumns(
  survey: Pick<Survey, "codebook" | "respondents" | "settings">,
  found: Countable,
): Map<string, Uint8Array> {
  const order = orderOf(found);
  const shown = [...found.columns].filter(([name]) => name !== classColumn || found.units.populations !== null);
  return new Map(
    shown.map(([name, column]) => {
      const sorted = {...column, codes: order.map((row) => column.codes[row])};
      const arrow = respondentsArrow(survey, {...found, columns: new Map([[name, sorted]])});
      return [name, gzipSync(arrow, {level: 9})];
    }),
  );
}

/** Rows by the codes of as many columns as a number has room for beside the row. */
function orderOf({columns, filters, count}: Countable): Int32Array {
  const isFilter = ({name}: TallyColumn) => filters.some((each) => name === each || name.startsWith(`${each}_`));
  const byUse = [...columns.values()].sort((a, b) => Number(isFilter(b)) - Number(isFilter(a)));
  const keys = new Float64Array(count);
  let room = Number.MAX_SAFE_INTEGER / (count || 1);
  for (const {codes, categories} of byUse) {
    const size = categories.length + missingCodes;
    if (room < size) break;
    room /= size;
    for (let row = 0; row < count; row++) keys[row] = keys[row] * size + codes[row] + missingCodes;
  }
  for (let row = 0; row < count; row++) keys[row] = keys[row] * count + row;
  keys.sort();
  return Int32Array.from(keys, (key) => key % count);
}
