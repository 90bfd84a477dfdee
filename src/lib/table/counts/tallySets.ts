import type {PageExplorer} from "../explorer.js";
import {classColumn, columnsOf, type ExploredVariable, regionColumn} from "../variable.js";

/*
 * Pages count in the respondents themselves, which are one file. Where there are too many of them, any few variables can be
 * counted by each other: for each set of them there is one file of tallies, loaded when a reader asks for it. What class and
 * region tell, as size and county, costs nothing: they are in every tally.
 */

/** The set that is the respondents themselves. */
export const respondentsSet = "respondents";

/** The name of the set that some variables of a page are counted in. */
export function tallySetFor(explorer: PageExplorer, variables: readonly ExploredVariable[]): string {
  if (!explorer.inCombinations) return respondentsSet;
  return explorer.tallySet ?? tallySetName(countedVariables(explorer.variables, variables));
}

/** So many variables are counted by each other at most, and so many multiple responses among them. */
export const mostVariables = 4;
export const mostMultiple = 2;

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

/** True when a table of these variables can be made. Where pages count in combinations, there is a file for a few only. */
export function canBeCounted(explorer: PageExplorer, variables: readonly ExploredVariable[]): boolean {
  return !explorer.inCombinations || isCounted(countedVariables(explorer.variables, variables));
}

/** True when there is a file of tallies for just these. */
function isCounted(variables: readonly ExploredVariable[]): boolean {
  const multiple = variables.filter(({type}) => type === "multiple");
  return variables.length <= mostVariables && multiple.length <= mostMultiple;
}

/** The name of the file for some counted variables. */
export function tallySetName(variables: readonly ExploredVariable[]): string {
  return variables.length === 0 ? "register" : variables.map(({name}) => name).join("+");
}

/** Every set of variables that can be counted by each other, the empty one first. */
export function everyTallySet(every: readonly ExploredVariable[]): ExploredVariable[][] {
  const sets: ExploredVariable[][] = [[]];
  for (const variable of countedVariables(every, every))
    sets.push(...sets.map((set) => [...set, variable]).filter(isCounted));
  return sets;
}
