import {sum} from "d3";
import type {Explorer} from "../explorer.js";
import {classColumn, columnsOf, type ExploredVariable, registerColumns} from "../variable.js";
import type {ColumnCounter} from "./columnCounter.js";
import {type ExplorerTally, type TallyColumn, unpackTally, withConstant} from "./tally.js";

/*
 * Of a file too large to be sent whole, columns are files of their own (`respondentsColumns`): a column by its name, with
 * numbers in the bands that are shown; every number by itself in another; and the options of a multiple response also
 * several in one, which is half as long as each by itself.
 */

/** The name of the file with every number of a column. */
export const numbersOf = (column: string) => column + numbers;

const numbers = ".numbers";

/** So many options share a file, since their combinations are then at most some hundred. */
const optionsTogether = 6;

/** Options of a multiple response that are in one file, by the file’s name. */
export function optionGroups(variable: ExploredVariable): {file: string; columns: string[]}[] {
  if (variable.type !== "multiple") return [];
  const options = columnsOf(variable);
  const starts = Array.from({length: Math.ceil(options.length / optionsTogether)}, (_, at) => at * optionsTogether);
  return starts.map((start, at) => ({
    file: `${variable.name}.${at + 1}`,
    columns: options.slice(start, start + optionsTogether),
  }));
}

/** By column, or by what `numbersOf` makes of its name, the file to fetch it in: those with the fewest bytes together. */
export function filesOf(explorer: Explorer, columns: readonly string[]): Map<string, string> {
  const files = new Map(columns.map((name) => [name, name]));
  for (const {file, columns: together} of explorer.variables.flatMap(optionGroups)) {
    const wanted = together.filter((name) => files.has(name));
    if (bytesOf(explorer, [file]) < bytesOf(explorer, wanted)) for (const name of wanted) files.set(name, file);
  }
  return files;
}

/** Infinite if one of the files is not there. */
export function bytesOf({inCombinations}: Explorer, files: Iterable<string>): number {
  return sum(new Set(files), (file) => inCombinations?.bytes[file] ?? Number.POSITIVE_INFINITY);
}

/** The tallies of some lists of columns, each with class and region, counted by a counter in the files of a folder. */
export async function talliesOfColumns(
  explorer: Explorer,
  lists: readonly (readonly string[])[],
  {folder, count}: {folder: string; count: ColumnCounter},
): Promise<ExplorerTally[]> {
  const constant = constantColumns(explorer);
  const always = registerColumns(explorer.units).filter((name) => !constant.some((each) => each.name === name));
  const files = filesOf(explorer, [...always, ...lists.flat()]);
  const placed = (name: string) => ({name: name.replace(numbers, ""), file: files.get(name) ?? name});
  const tallies = await count(
    folder,
    lists.map((list) => [...always, ...list].map(placed)),
  );
  return tallies.map((packed) => withConstant(unpackTally(packed), constant));
}

/** The column that files leave out where the respondents are no units: all are in one class. */
export const constantColumns = ({units}: Explorer): Omit<TallyColumn, "codes">[] =>
  units.populations === null ? [{name: classColumn, categories: units.classes.map(({code}) => code)}] : [];
