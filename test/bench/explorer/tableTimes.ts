import {quantile} from "d3";
import {respondentsTally} from "../../../src/lib/table/counts/tally.js";
import {tabulate} from "../../../src/lib/table/tabulate.js";
import {variableByName} from "../../../src/lib/table/variable.js";
import {type Line, measures} from "../line.js";
import type {RowsInput} from "./madeUpExplored.js";

/** How long a weighted table takes with all its intervals: strategy by county, four answers in nineteen columns and one of all. */
export function tableTimesOf(
  {rows: found, explorer}: Pick<RowsInput, "rows" | "explorer">,
  {turns}: {turns: number},
): Line[] {
  const [rows, columns] = ["strategy", "county"].map((name) => variableByName(found.variables, name));
  const tallies = [respondentsTally([...found.columns.values()], found.count)];
  const times = Array.from({length: turns}, () => {
    const start = performance.now();
    tabulate(explorer, tallies, {rows, columns, filters: [], measure: "columnPercent", isWeighted: true});
    return performance.now() - start;
  });
  const line = (measure: Line["measure"], part: number): Line => ({
    page: `${found.count.toLocaleString("en")} respondents`,
    measure,
    value: quantile(times, part) ?? Number.NaN,
    runs: turns,
  });
  return [line(measures.tableWithIntervals, 0.5), line(measures.tableWithIntervalsSlow, 0.95)];
}
