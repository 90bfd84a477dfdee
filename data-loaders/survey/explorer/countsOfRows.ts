import {getOrMake} from "../../../src/lib/memoize.js";
import {type PackedTally, type TallyColumn, tallier} from "../../../src/lib/table/counts/tally.js";
import {classColumn, regionColumn} from "../../../src/lib/table/variable.js";
import type {CountableRows} from "./countable.js";
import type {Counts} from "./counts.js";
import {inBands} from "./inBands.js";

/** Counts of the rows of a file; each combination is counted once. */
export function countsOfRows(rows: CountableRows): Counts {
  const {columns} = inBands(rows);
  const place = new Map([...new Set([classColumn, regionColumn, ...columns.keys()])].map((name, at) => [name, at]));
  const known = new Map<string, PackedTally>();
  let shared: {names: string; tally: ReturnType<typeof tallier>} | undefined;
  const tallyOf = (names: readonly string[]) => {
    const chosen = names.map((name) => columns.get(name) as TallyColumn);
    const before = names.slice(0, -1).join("+");
    if (shared?.names !== before) shared = {names: before, tally: tallier(chosen.slice(0, -1), rows.count)};
    return shared.tally(chosen.at(-1));
  };
  return {
    combination: (wanted) => {
      const names = [...new Set(wanted)].sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0));
      return getOrMake(known, names.join("+"), () => tallyOf(names));
    },
    byNumber: null,
    answered: (names) => {
      const own = names.flatMap((name) => columns.get(name) ?? []);
      return own[0].codes.filter((_, row) => own.every(({codes}) => codes[row] >= 0)).length;
    },
  };
}
