import {oneOfEach} from "../../../src/lib/oneOfEach.js";
import type {PackedTally} from "../../../src/lib/table/counts/tally.js";
import {columnsOf, type ExploredVariable} from "../../../src/lib/table/variable.js";
import type {Countable} from "./countable.js";

/**
 * The tallies with which some variables can be counted by each other, and by each of some others: one for each combination of
 * options. A multiple response of seven options has as many columns, of which a table needs one at a time.
 *
 * @param always columns that every tally has
 */
export function tallySet(
  {counts}: Pick<Countable, "counts">,
  always: readonly string[],
  variables: readonly ExploredVariable[],
  others: readonly ExploredVariable[] = [],
): PackedTally[] {
  const beside = [...new Set(others.flatMap(columnsOf))];
  return oneOfEach(variables.map(columnsOf)).flatMap((names) =>
    [[], ...beside.map((other) => [other])].map((other) => counts.combination([...always, ...names, ...other])),
  );
}
