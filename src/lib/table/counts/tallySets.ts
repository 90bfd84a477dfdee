import {oneOfEach} from "../../oneOfEach.js";
import type {Explorer} from "../explorer.js";
import {classColumn, columnsOf, type ExploredVariable, regionColumn} from "../variable.js";
import {bytesOf, filesOf, numbersOf} from "./columnFiles.js";
import {combinationSetName, countedVariables, isCombined} from "./combinations.js";
import {type Filter, parts} from "./countRespondents.js";
import {isMeanCounted, numberSet} from "./numberSets.js";

/*
 * Pages count in the respondents themselves, which are one file. Where there are too many of them to be sent, few variables
 * are counted in combinations that the build has counted (`combinations.ts`), and more in the browser, in the columns that
 * the table needs (`columnFiles.ts`). What class and region tell, as size and county, costs nothing: they are in every tally.
 */

/** The set that is the respondents themselves. */
export const respondentsSet = "respondents";

/** What the names of the other sets begin with. */
export const combined = "tallies/";
const byColumn = "columns/";

/** What a table is about, as far as it matters for what it is counted in. */
export interface Wanted {
  /** Rows, columns, layers: each is counted by the others. */
  variables: readonly ExploredVariable[];
  filters?: readonly Filter[];
  /** True of a mean of the first variable, which needs every number by itself and not in bands. */
  byNumber?: boolean;
}

/** The name of the set that a table is counted in. */
export function tallySetFor(explorer: Explorer, wanted: Wanted): string {
  const {variables: every, inCombinations} = explorer;
  if (!inCombinations) return respondentsSet;
  const {variables, filters = [], byNumber = false} = wanted;
  const lists = columnLists(wanted);
  const names = [...variables.map(({name}) => name), ...filters.map(({variable}) => variable)];
  const counted = countedVariables(every, names);
  // Options of one multiple response by each other, as a filter on two of them asks for, are in no combination.
  const isOneOfEach = lists.every(({length}) => length === counted.length);
  const [number] = variables;
  const others = counted.filter(({name}) => name !== number.name);
  if (byNumber && isOneOfEach && isMeanCounted(explorer, number, others)) return combined + numberSet + number.name;
  if (byNumber || !isOneOfEach || !isCombined(inCombinations, counted))
    return byColumn + lists.map((list) => list.join("+")).join(",");
  const [first] = names.flatMap((name) => counted.filter((each) => each.name === name));
  const ofFile = counted.length < 2 ? counted : counted.length < 3 ? [first] : counted.slice(0, 2);
  return combined + combinationSetName(ofFile);
}

/** The columns of each tally of such a set, beside class and region; null of a set that is not counted in columns. */
export function listsOf(set: string): string[][] | null {
  return set.startsWith(byColumn)
    ? set
        .slice(byColumn.length)
        .split(",")
        .map((list) => list.split("+"))
    : null;
}

/** One list for each way to choose a part of each variable: options of a multiple response are counted one at a time. */
function columnLists({variables, filters = [], byNumber = false}: Wanted): string[][] {
  const chosen = columnsOf({categories: filters.flatMap(({categories}) => categories)});
  const ways = oneOfEach(variables.map(({categories}) => parts(categories)));
  return ways.map(([rows = [], ...others]) => {
    const own = columnsOf({categories: rows}).map((name) => (byNumber ? numbersOf(name) : name));
    const columns = [...own, ...columnsOf({categories: others.flat()}), ...chosen];
    return [...new Set(columns)].filter((name) => name !== classColumn && name !== regionColumn);
  });
}

/** Bytes of columns that are fetched for one table at most. */
export const mostBytes = 1_500_000;

/** Bytes of the columns that are fetched to count a table, none where it is counted elsewhere; infinite where there are no such columns. */
export function bytesWanted(explorer: Explorer, wanted: Wanted): number {
  const lists = listsOf(tallySetFor(explorer, wanted));
  return lists ? bytesOf(explorer, filesOf(explorer, lists.flat()).values()) : 0;
}
