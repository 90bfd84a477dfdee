import type {PageExplorer} from "../explorer.js";
import {classColumn, columnsOf, type ExploredVariable, regionColumn} from "../variable.js";
import {missingCodes} from "./tally.js";

/*
 * Pages count in the respondents themselves, which are one file. Where there are too many of them to be sent, few variables
 * are counted in combinations that the build has counted: one file has those of one or two variables, alone and by each other
 * variable. More variables are counted in the browser, in the columns of respondents that they need. What class and region
 * tell, as size and county, costs nothing: they are in every tally.
 */

/** The set that is the respondents themselves. */
export const respondentsSet = "respondents";

/** What the names of the other sets begin with. */
export const combined = "tallies/";
export const byColumn = "columns/";

/** What a table is about, as far as it matters for what it is counted in. */
export interface Wanted {
  /** Rows, columns, filters, layers. */
  variables: readonly ExploredVariable[];
  /** True of a mean, which needs every number by itself and not in bands. */
  byNumber?: boolean;
}

/** The name of the set that some variables of a page are counted in. */
export function tallySetFor(explorer: PageExplorer, {variables, byNumber = false}: Wanted): string {
  if (!explorer.inCombinations) return respondentsSet;
  const counted = countedVariables(explorer.variables, variables);
  if (byNumber || !isCombined(counted)) return byColumn + tallySetName(counted);
  const [first] = variables.filter(({name}) => counted.some((each) => each.name === name));
  const named = counted.length < 3 ? counted.filter(({name}) => name === first.name) : counted.slice(0, 2);
  return combined + tallySetName(named);
}

/** Of some variables those that a tally needs columns for, each once, in the order of a list. */
export function countedVariables(
  every: readonly ExploredVariable[],
  wanted: readonly ExploredVariable[],
): ExploredVariable[] {
  const names = new Set(wanted.map(({name}) => name));
  return every.filter((variable) => names.has(variable.name) && hasOwnColumns(variable));
}

const hasOwnColumns = (variable: ExploredVariable) =>
  columnsOf(variable).some((column) => column !== classColumn && column !== regionColumn);

/** True when a table of these variables can be made. */
export function canBeCounted(explorer: PageExplorer, {variables, byNumber = false}: Wanted): boolean {
  if (!explorer.inCombinations) return true;
  const counted = countedVariables(explorer.variables, variables);
  return (!byNumber && isCombined(counted)) || bytesOf(explorer, counted) <= mostBytes;
}

/** Bytes of columns that are fetched for one table at most. */
const mostBytes = 1_500_000;

const bytesOf = ({inCombinations}: PageExplorer, variables: readonly ExploredVariable[]) =>
  variables.flatMap(columnsOf).reduce((sum, name) => sum + (inCombinations?.bytes[name] ?? 0), 0);

/** So many variables are counted in combinations at most, and so many possible combinations of their answers. */
const mostVariables = 3;
const mostCombinations = 2 ** 14;

/** True when there is a tally of just these. */
function isCombined(variables: readonly ExploredVariable[]): boolean {
  const combinations = variables.reduce((product, variable) => product * placesOf(variable), 1);
  return variables.length <= mostVariables && combinations <= mostCombinations;
}

/** Answers to a question and reasons for none; options are counted one by one, each as chosen or not. */
const placesOf = ({type, categories}: ExploredVariable) =>
  type === "multiple" ? (2 + missingCodes) * categories.length : categories.length + missingCodes;

/** Variables as the name of a file has them. */
export function tallySetName(variables: readonly ExploredVariable[]): string {
  return variables.length === 0 ? "register" : variables.map(({name}) => name).join("+");
}

/** Every set of variables that has a file of combinations, the empty one first. */
export function everyTallySet(every: readonly ExploredVariable[]): ExploredVariable[][] {
  const counted = countedVariables(every, every);
  const pairs = counted.flatMap((first, at) => counted.slice(at + 1).map((second) => [first, second]));
  return [[], ...counted.map((each) => [each]), ...pairs].filter(isCombined);
}

/** The variables by which those of a file of combinations are counted beside. */
export function othersOfSet(
  every: readonly ExploredVariable[],
  set: readonly ExploredVariable[],
): readonly ExploredVariable[] {
  if (set.length === 0) return [];
  return countedVariables(every, every).filter((other) => !set.includes(other) && isCombined([...set, other]));
}
