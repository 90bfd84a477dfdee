import {getOrMake} from "../../../src/lib/memoize.js";
import {InputError} from "../../inputs/inputError.js";
import {planLine} from "./combinationsSql.js";
import {readFilesOfTable, wholeNumbers} from "./countsFolder.js";
import {type CountsPlan, setName} from "./countsPlan.js";

/** By set of columns, as `setName` names it, respondents by key; keys ascend. */
export type Combinations = ReadonlyMap<string, ReadonlyMap<number, number>>;

/**
 * What a database counted of all combinations: `combinations.csv`. Lines of the same combination are added, for a
 * table may be counted in parts.
 *
 * @throws InputError when it was counted by another plan, so of another codebook or other values; naming a set of columns that is
 * missing, or the line with a key or a count that there cannot be
 */
export async function readCombinations(folder: string, plan: CountsPlan, respondents: number): Promise<Combinations> {
  const placesOf = new Map(plan.sets.map((set) => [setName(set), placesIn(set, plan)]));
  const found = new Map<string, Map<number, number>>();
  let counted = 0;
  for await (const read of readFilesOfTable(folder, "combinations", ["name", "combination", "respondents"])) {
    const {codes, values} = read.columns.name;
    const sets = values.map((name) => ({
      ...{name, isPlan: name === planLine(plan.id), places: placesOf.get(name)},
      counts: placesOf.has(name) ? getOrMake(found, name, () => new Map<number, number>()) : undefined,
    }));
    const [keys, respondentsIn] = [wholeNumbers(read, "combination"), wholeNumbers(read, "respondents")];
    for (let row = 0; row < read.rows; row++) {
      const {name, isPlan, places = 0, counts} = sets[codes[row]];
      if (isPlan) counted += respondentsIn[row];
      if (!counts) continue;
      const key = keys[row];
      if (key >= places)
        throw new InputError("no combination of these columns", {
          ...{file: read.file, row: read.rowNumbers[row], column: name, value: key},
        });
      counts.set(key, (counts.get(key) ?? 0) + respondentsIn[row]);
    }
  }
  const file = `${folder}/combinations`;
  if (counted === 0)
    throw new InputError("combinations of another codebook, or of other values: count them again", {
      file,
      value: plan.id,
    });
  if (counted !== respondents)
    throw new InputError(
      `counts that disagree: ${counted} respondents in the combinations, ${respondents} in the values`,
      {file},
    );
  const missing = plan.sets.map(setName).filter((name) => !found.has(name));
  if (missing.length > 0)
    throw new InputError(`combinations that are missing: ${missing.length}`, {file, column: missing[0]});
  return new Map([...found].map(([name, counts]) => [name, ascending(counts)]));
}

const placesIn = (set: readonly string[], {columns}: CountsPlan) =>
  set.reduce((product, name) => product * (columns.get(name)?.places ?? 0), 1);

const ascending = (counts: ReadonlyMap<number, number>) => new Map([...counts].sort(([a], [b]) => a - b));
