import {getOrMake, memoize} from "../../../src/lib/memoize.js";
import {
  combinationSetName,
  combinationSets,
  countedVariables,
  othersOfSet,
} from "../../../src/lib/table/counts/combinations.js";
import {numberSet, numbersCounted, othersOfNumber} from "../../../src/lib/table/counts/numberSets.js";
import {
  type ExplorerTally,
  type PackedTally,
  respondentsTally,
  unpackTally,
} from "../../../src/lib/table/counts/tally.js";
import {combined} from "../../../src/lib/table/counts/tallySets.js";
import {columnsOf, registerColumns, variableByName} from "../../../src/lib/table/variable.js";
import type {CountableRows} from "./countable.js";
import type {ExplorerInput} from "./explorerInput.js";
import {tallySet} from "./tallySet.js";

/** What is counted in for a set of variables, as `tallySetFor` names it; nothing of a protected file. */
export function talliesNamed(found: ExplorerInput, name: string): readonly ExplorerTally[] {
  if (found.explorer.isProtected) return [];
  return getOrMake(talliesOf(found.countable), name, () =>
    name.startsWith(combined)
      ? combinationsNamed(found, name.slice(combined.length)).map(unpackTally)
      : [respondentsOf(found.rows as CountableRows)],
  );
}

const respondentsOf = memoize(({columns, count, weights}: CountableRows) =>
  respondentsTally([...columns.values()], count, weights),
);

/** Kept, for a build draws many figures of one set. */
const talliesOf = memoize((_: ExplorerInput["countable"]) => new Map<string, readonly ExplorerTally[]>());

/** The counted combinations of a survey, as they are sent where its respondents are not. */
export function combinationsNamed({countable, explorer}: ExplorerInput, file: string): PackedTally[] {
  const {variables, inCombinations} = explorer;
  if (!inCombinations) throw new Error(`combinations of respondents that are sent whole: ${file}`);
  const {byNumber} = countable.counts;
  if (file.startsWith(numberSet) && byNumber) {
    const number = variableByName(variables, file.slice(numberSet.length));
    const [column] = columnsOf(number);
    const others = othersOfNumber(explorer, number).flatMap(columnsOf);
    return [byNumber(column), ...others.map((other) => byNumber(column, other))];
  }
  const set = countedVariables(variables, file.split("+"));
  const others = othersOfSet(variables, set, inCombinations);
  return tallySet(countable, registerColumns(countable.units), set, others);
}

/** The names of all files of combinations; none where the respondents are sent whole. */
export function combinationFiles({explorer}: Pick<ExplorerInput, "explorer">): string[] {
  const {variables, inCombinations} = explorer;
  if (!inCombinations) return [];
  const numbers = numbersCounted(explorer).map(({name}) => numberSet + name);
  return [...combinationSets(variables, inCombinations).map(combinationSetName), ...numbers];
}
