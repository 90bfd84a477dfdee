import type {ProtectedRow, ProtectedTable} from "../../respondents/protectedTables.js";
import type {PageExplorer} from "../explorer.js";
import {allColumn, type Cell, type ExploredTable} from "../table.js";
import {publishedCell} from "../tableCells.js";
import {everybodyLabel} from "../tablePlaces.js";
import type {ExploredVariable} from "../variable.js";
import {assembled, type PublishedLine, shownCategories} from "./assembled.js";

/** What a reader can ask of a protected file: a question, of all and by one of the published groupings. */
export interface ProtectedRequest {
  rows: ExploredVariable;
  /** Id of a grouping; null for all alone. */
  by: string | null;
}

/**
 * A table from what is published of a protected file, and nothing else: unweighted, without intervals, and with whole
 * groups suppressed.
 */
export function protectedTable(explorer: PageExplorer, {rows, by}: ProtectedRequest): ExploredTable {
  const {protectedTables} = explorer;
  const tables = (protectedTables?.tables ?? []).filter(({variable}) => variable === rows.name);
  const grouping = protectedTables?.groupings.find(({id}) => id === by);
  const rowsOf = (table: ProtectedTable) => [table.all, ...(grouping ? table.by[grouping.id] : [])];
  const heads = [{code: allColumn, label: everybodyLabel}, ...(grouping?.groups ?? [])];
  const bases = heads.map((_, at) => baseOf(tables.map((table) => rowsOf(table)[at])));
  const lines = tables.flatMap((table) => linesOf(table, rows, rowsOf(table)));
  return assembled(explorer, {rows, by}, {heads, bases, lines});
}

function linesOf(table: ProtectedTable, rows: ExploredVariable, groups: readonly ProtectedRow[]): PublishedLine[] {
  return shownCategories(table, rows).map(({index, ...line}) => ({
    ...line,
    cells: groups.map((group) => cellOf(group, index)),
  }));
}

function cellOf(row: ProtectedRow, category: number): Cell {
  if (row.status !== "published") return {status: row.status};
  const [count, base] = [row.unweightedCounts[category], row.unweightedBase];
  return {...publishedCell({count: [count, count], base: [base, base]}), estimate: base === 0 ? null : count / base};
}

/** The greatest base that is published; null where none is. */
function baseOf(rows: readonly ProtectedRow[]): number | null {
  const bases = rows.flatMap((row) => (row.status === "published" ? [row.unweightedBase] : []));
  return bases.length === 0 ? null : bases.reduce((greatest, base) => Math.max(greatest, base));
}
