import {type TableRequest, type Tabulated, tabulate} from "../../src/lib/explore/tabulate.js";
import {packTally, type TallyColumn, unpackTally} from "../../src/lib/explore/tally.js";
import {columnsOf, registerColumns} from "../../src/lib/explore/variable.js";
import type {Counted} from "./madeUpSurvey.js";

/** The table that a reader would be shown of a request. */
export function tableOf({explorer, columns, count}: Counted, request: TableRequest): Tabulated {
  const variables = [request.rows, ...(request.columns ? [request.columns] : []), ...request.filters.map(({of}) => of)];
  const combinations = variables
    .map(columnsOf)
    .reduce<string[][]>((made, names) => made.flatMap((start) => names.map((name) => [...start, name])), [[]]);
  const tallies = combinations.map((names) => {
    const wanted = [...new Set([...registerColumns(explorer.units), ...names])];
    return unpackTally(
      packTally(
        wanted.map((name) => columns.get(name) as TallyColumn),
        count,
      ),
    );
  });
  return tabulate(explorer, tallies, request);
}
