import {constants, gzipSync} from "node:zlib";
import {numbersOf, optionGroups} from "../../src/lib/table/counts/columnFiles.js";
import {joinOptions} from "../../src/lib/table/counts/joinedColumn.js";
import {missingCodes, type TallyColumn} from "../../src/lib/table/counts/tally.js";
import {classColumn} from "../../src/lib/table/variable.js";
import type {Survey} from "../survey/buildSurvey.js";
import type {CountableRows} from "../survey/explorer/countable.js";
import {inBands} from "../survey/explorer/inBands.js";
import {respondentsArrow} from "./respondentsArrow.js";

/**
 * The columns of an open file of too many respondents to be sent whole, in files that pages count in (`columnFiles.ts`): each
 * what `respondentsArrow` makes of the column alone, compressed with gzip. All have the same order of rows, by what readers
 * filter by and then by the other questions, since what is alike is short to write; it is not the order of the file.
 *
 * @returns by name of the file
 */
export function respondentsColumns(
  survey: Pick<Survey, "codebook" | "respondents" | "settings">,
  found: CountableRows,
): Map<string, Uint8Array> {
  const order = orderOf(found);
  const files = new Map<string, Uint8Array>();
  const write = (file: string, column: TallyColumn) => {
    const sorted = {...column, codes: order.map((row) => column.codes[row])};
    files.set(file, gzipped(respondentsArrow(survey, {...found, columns: new Map([[column.name, sorted]])})));
  };
  const {columns} = inBands(found);
  for (const [name, column] of columns)
    if (name !== classColumn || found.units.populations !== null) write(name, column);
  for (const {name, type} of found.variables) if (type === "count") write(numbersOf(name), columnNamed(found, name));
  for (const {file, columns: options} of found.variables.flatMap(optionGroups))
    write(file, joinOptions(options.map((name) => columnNamed(found, name))));
  return files;
}

const columnNamed = ({columns}: CountableRows, name: string) => columns.get(name) as TallyColumn;

/** The shorter of two ways: repeats far apart are worth their length only where rows are in order. */
function gzipped(bytes: Uint8Array): Uint8Array {
  const ways = [{}, {level: 9, strategy: constants.Z_RLE}].map((options) => gzipSync(bytes, options));
  return ways[0].length < ways[1].length ? ways[0] : ways[1];
}

/** Rows by the codes of as many columns as a number has room for beside the row. */
function orderOf({columns, filters, count}: CountableRows): Int32Array {
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
