import {sum} from "d3";
import {oneOfEach} from "../../../src/lib/oneOfEach.js";
import {type PackedTally, packTally, packTallyWithin, type TallyColumn} from "../../../src/lib/table/counts/tally.js";
import {columnsOf, type ExploredVariable} from "../../../src/lib/table/variable.js";
import type {Countable} from "./countable.js";

/**
 * The tallies with which some variables can be counted by each other: one of all their columns, or, where that would
 * have more rows, one for each combination of options. A multiple response of seven options has as many columns; as it
 * is only ever counted by one of them at a time, their combinations need not be told.
 *
 * @param always columns that every tally has
 */
export function tallySet(
  found: Countable,
  always: readonly string[],
  variables: readonly ExploredVariable[],
): PackedTally[] {
  const apart = oneOfEach(variables.map(columnsOf)).map((names) =>
    packTally(columnsNamed(found, [...always, ...names]), found.count),
  );
  return jointOr(apart, found, [...always, ...variables.flatMap(columnsOf)]);
}

/**
 * The tallies with which each of some variables can be counted by itself: one of all together, or, where that would have
 * more rows, a set for each. Of few respondents one is shorter, of many they are.
 */
export function tallySets(
  found: Countable,
  always: readonly string[],
  variables: readonly ExploredVariable[],
): PackedTally[] {
  const apart = variables.flatMap((variable) => tallySet(found, always, [variable]));
  return jointOr(apart, found, [...always, ...variables.flatMap(columnsOf)]);
}

/** One tally of all columns, unless it has more rows than some tallies together. */
function jointOr(apart: PackedTally[], found: Countable, names: readonly string[]): PackedTally[] {
  if (apart.length < 2) return apart;
  const rows = sum(apart, ({steps}) => steps.length);
  const joint = packTallyWithin(columnsNamed(found, names), found.count, rows);
  return joint ? [joint] : apart;
}

const columnsNamed = ({columns}: Countable, names: readonly string[]) =>
  [...new Set(names)].map((name) => columns.get(name) as TallyColumn);
