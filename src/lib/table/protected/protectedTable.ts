import type {Text} from "../../language/text.js";
import type {ProtectedRow, ProtectedTable} from "../../respondents/protectedTables.js";
import {usualLevel} from "../../statistics/interval.js";
import type {PageExplorer} from "../explorer.js";
import {allColumn, type Cell, type ExploredTable, type TableLine} from "../table.js";
import {publishedCell} from "../tableCells.js";
import type {ExploredVariable} from "../variable.js";

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
export function protectedTable(
  {rank, protectedTables, variables}: PageExplorer,
  {rows, by}: ProtectedRequest,
): ExploredTable {
  const tables = (protectedTables?.tables ?? []).filter(({variable}) => variable === rows.name);
  const grouping = protectedTables?.groupings.find(({id}) => id === by);
  const rowsOf = (table: ProtectedTable) => [table.all, ...(grouping ? table.by[grouping.id] : [])];
  const heads = [{code: allColumn, label: everybody}, ...(grouping?.groups ?? [])];
  const bases = heads.map((_, at) => baseOf(tables.map((table) => rowsOf(table)[at])));
  const lines = tables.flatMap((table) => linesOf(table, rows, rowsOf(table)));
  const column = variables.find(({name}) => name === by);
  return {
    rank,
    isProtected: true,
    measure: "columnPercent",
    isWeighted: false,
    level: usualLevel,
    rowVariable: {name: rows.name, label: rows.label, type: rows.type},
    columnVariable: column ? {name: column.name, label: column.label, type: column.type} : null,
    filters: [],
    rows: lines.map(({line}) => line),
    columns: heads.map(({code, label}, at) => ({code, label, unweightedBase: bases[at], base: null})),
    cells: lines.map(({cells}) => cells),
    unweightedBase: bases[0],
    unanswered: 0,
    classes: [],
    regions: [],
  };
}

const everybody: Text = {nb: "Alle", en: "All"};

/** The rows that a table gives: one for each category, or one for the option that it is about. */
function linesOf(table: ProtectedTable, {categories}: ExploredVariable, groups: readonly ProtectedRow[]) {
  const shown = table.option === null ? table.categories.map((_, index) => index) : [1];
  return shown.map((index) => {
    const code = table.option ?? table.categories[index].code;
    const label = table.option === null ? table.categories[index].label : table.label;
    const known = categories.find((category) => category.code === code);
    const line: TableLine = {code, label: known?.label ?? label, unweightedBase: null, base: null};
    return {line, cells: groups.map((group) => cellOf(group, index))};
  });
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
