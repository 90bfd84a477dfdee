import {type PackedTally, packTally, packTallyWithin, type TallyColumn} from "../../src/lib/explore/tally.js";
import {columnsOf, type ExploredVariable} from "../../src/lib/explore/variable.js";
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
  const rows = apart.reduce((sum, {steps}) => sum + steps.length, 0);
  const joint = packTallyWithin(named([...always, ...variables.flatMap(columnsOf)]), count, rows);
  return joint ? [joint] : apart;
}

/** One of each list, in every way. */
function combinations(lists: readonly (readonly string[])[]): string[][] {
  return lists.reduce<string[][]>((made, list) => made.flatMap((start) => list.map((name) => [...start, name])), [[]]);
}
