import {type PackedTally, packTally, packTallyWithin, type TallyColumn} from "../../../src/lib/table/counts/tally.js";
import {columnsOf, type ExploredVariable} from "../../../src/lib/table/variable.js";
import type {Explored} from "./explored.js";

/**
 * The tallies with which some variables can be counted by each other: one of all their columns, or, where that would
 * have more rows, one for each combination of options. A multiple response of seven options has as many columns; as it
 * is only ever counted by one of them at a time, their combinations need not be told.
 *
 * @param always columns that every tally has
 */
export function tallySet(
  {columns, count}: Explored,
  always: readonly string[],
  variables: readonly ExploredVariable[],
): PackedTally[] {
  const named = (names: readonly string[]) => [...new Set(names)].map((name) => columns.get(name) as TallyColumn);
  const apart = combinations(variables.map(columnsOf)).map((names) => packTally(named([...always, ...names]), count));
  if (apart.length === 1) return apart;
  const joint = packTallyWithin(named([...always, ...variables.flatMap(columnsOf)]), count, rowsOf(apart));
  return joint ? [joint] : apart;
}

/**
 * The tallies with which each of some variables can be counted by itself: one of all together, or, where that would have
 * more rows, a set for each. Of few respondents one is shorter, of many they are.
 */
export function tallySets(
  found: Explored,
  always: readonly string[],
  variables: readonly ExploredVariable[],
): PackedTally[] {
  const apart = variables.flatMap((variable) => tallySet(found, always, [variable]));
  if (variables.length < 2) return apart;
  const names = [...new Set([...always, ...variables.flatMap(columnsOf)])];
  const columns = names.map((name) => found.columns.get(name) as TallyColumn);
  const joint = packTallyWithin(columns, found.count, rowsOf(apart));
  return joint ? [joint] : apart;
}

const rowsOf = (tallies: readonly PackedTally[]) => tallies.reduce((sum, {steps}) => sum + steps.length, 0);

/** One of each list, in every way. */
function combinations(lists: readonly (readonly string[])[]): string[][] {
  return lists.reduce<string[][]>((made, list) => made.flatMap((start) => list.map((name) => [...start, name])), [[]]);
}
