import {quantile} from "d3";
import type {Exploring} from "../../../data-loaders/explorer/buildExplorer.js";
import {tallySet} from "../../../data-loaders/explorer/tallySet.js";
import {tabulate} from "../../../src/lib/explore/tabulate.js";
import {unpackTally} from "../../../src/lib/explore/tally.js";
import {classColumn, columnsOf, variableByName} from "../../../src/lib/explore/variable.js";
import {type Line, measures} from "../line.js";
import {median} from "../median.js";
import {byTurns, type Way} from "./byTurns.js";
import {type Crosstabs, filterChange} from "./filterChange.js";
import {inArquero} from "./inArquero.js";
import {inLoops} from "./inLoops.js";
import {inTallies} from "./inTallies.js";

type Counted = Pick<Exploring, "explored" | "explorer">;

/**
 * How long six weighted tables take after a change of a filter: in plain loops over all respondents, from tallies, and in
 * Arquero, by turns. Then one table with its intervals.
 */
export function tableTimesOf({explored, explorer}: Counted, {turns}: {turns: number}): Line[] {
  const asked = filterChange(explored);
  const {filters} = asked;
  const [loops, tallies, arquero] = [inLoops, inTallies, inArquero].map((way) => way(explored, asked));
  for (const chosen of filters) {
    checkSame(loops(chosen), tallies(chosen), "tallies");
    checkSame(loops(chosen), arquero(chosen), "Arquero");
  }
  const table = oneTable({explored, explorer});
  const way = (act: typeof loops): Way => ({act: (turn) => act(filters[turn % filters.length])});
  const times = byTurns(
    {loops: way(loops), tallies: way(tallies), table: {act: table}, arquero: {...way(arquero), every: 20}},
    turns,
  );
  const line = (measure: Line["measure"], value: number, runs = turns): Line => ({
    page: `${explored.count.toLocaleString("en")} respondents`,
    measure,
    value,
    runs,
  });
  const slow = (found: readonly number[]) => quantile(found, 0.95) ?? Number.NaN;
  return [
    line(measures.tablesInLoops, median(times.loops)),
    line(measures.tablesInLoopsSlow, slow(times.loops)),
    line(measures.tablesFromTallies, median(times.tallies)),
    line(measures.tablesFromTalliesSlow, slow(times.tallies)),
    line(measures.tablesRatio, median(times.tallies) / median(times.loops)),
    line(measures.tablesInArquero, median(times.arquero), times.arquero.length),
    line(measures.tableWithIntervals, median(times.table)),
    line(measures.tableWithIntervalsSlow, slow(times.table)),
  ];
}

/** Strategy by county: four answers in nineteen columns and one of all. */
function oneTable({explored, explorer}: Counted): () => unknown {
  const [rows, columns] = ["strategy", "county"].map((name) => variableByName(explored.variables, name));
  const tallies = tallySet(explored, [classColumn, ...columnsOf(columns)], [rows]).map(unpackTally);
  return () => tabulate(explorer, tallies, {rows, columns, filters: [], measure: "columnPercent", isWeighted: true});
}

function checkSame(expected: Crosstabs, found: Crosstabs, name: string): void {
  const isSame =
    found.length === expected.length &&
    Array.from(found).every((sum, at) => Math.abs(sum - expected[at]) <= 1e-9 * Math.max(1, expected[at]));
  if (!isSame) throw new Error(`other sums of weights than in plain loops: ${name}`);
}
