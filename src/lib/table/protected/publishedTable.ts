import type {PageExplorer} from "../explorer.js";
import type {ExploredTable} from "../table.js";
import type {TableRequest} from "../tablePlaces.js";
import {type NoisyRequest, noisyTable} from "./noisyTable.js";
import {protectedTable} from "./protectedTable.js";

/** Of a protected file the table that is published: with noise, or with small groups suppressed. */
export function publishedTable(
  explorer: PageExplorer,
  {
    rows,
    columns,
    measure,
    isWeighted,
    level,
  }: Pick<TableRequest, "rows" | "columns" | "measure" | "isWeighted" | "level">,
): ExploredTable {
  const by = columns?.name ?? null;
  if (!explorer.protectedTables?.noise) return protectedTable(explorer, {rows, by});
  return noisyTable(explorer, {rows, by, measure: measure as NoisyRequest["measure"], isWeighted, level});
}
