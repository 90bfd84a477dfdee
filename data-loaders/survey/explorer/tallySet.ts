import {oneOfEach} from "../../../src/lib/oneOfEach.js";
import {type PackedTally, type TallyColumn, tallier} from "../../../src/lib/table/counts/tally.js";
import {columnsOf, type ExploredVariable} from "../../../src/lib/table/variable.js";
import type {Countable} from "./countable.js";

/**
 * The tallies with which some variables can be counted by each other, and by each of some others: one for each combination of
 * options. A multiple response of seven options has as many columns, of which a table needs one at a time.
 *
 * @param always columns that every tally has
 */
export function tallySet(
  found: Countable,
  always: readonly string[],
  variables: readonly ExploredVariable[],
  others: readonly ExploredVariable[] = [],
): PackedTally[] {
  const beside = columnsNamed(found, others.flatMap(columnsOf));
  return oneOfEach(variables.map(columnsOf)).flatMap((names) => {
    const columns = columnsNamed(found, [...always, ...names]);
    return [undefined, ...beside].map(tallier(columns, found.count));
  });
}

const columnsNamed = ({columns}: Countable, names: readonly string[]) =>
  [...new Set(names)].map((name) => columns.get(name) as TallyColumn);
