import type {Text} from "../../language/text.js";
import type {ProtectedTable} from "../../respondents/protectedTables.js";
import {usualLevel} from "../../statistics/interval.js";
import type {PageExplorer} from "../explorer.js";
import type {Cell, ExploredTable, TableLine} from "../table.js";
import type {ExploredVariable} from "../variable.js";

/** A row of a table that was published: of all together, and of each group. */
export interface PublishedLine extends Pick<TableLine, "code" | "label"> {
  cells: Cell[];
}

interface Published {
  /** All together, and each group. */
  heads: readonly Pick<TableLine, "code" | "label">[];
  /** Respondents in each; null where that is not published. */
  bases: readonly (number | null)[];
  lines: readonly PublishedLine[];
}

/** A table to show from parts that were published: shares of columns, without weights. */
export function assembled(
  {rank, variables}: PageExplorer,
  {rows, by}: {rows: ExploredVariable; by: string | null},
  {heads, bases, lines}: Published,
): ExploredTable {
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
    rows: lines.map(({code, label}) => ({code, label, unweightedBase: null, base: null})),
    columns: heads.map(({code, label}, at) => ({code, label, unweightedBase: bases[at], base: null})),
    cells: lines.map(({cells}) => cells),
    unweightedBase: bases[0],
    unanswered: 0,
    classes: [],
    regions: [],
  };
}

/** The rows that a table gives: one for each category, or one for the option that it is about. */
export function shownCategories({option, categories, label}: ProtectedTable, rows: ExploredVariable) {
  const shown = option === null ? categories.map((_, index) => index) : [1];
  return shown.map((index) => {
    const code = option ?? categories[index].code;
    const known: Text | undefined = rows.categories.find((category) => category.code === code)?.label;
    return {index, code, label: known ?? (option === null ? categories[index].label : label)};
  });
}
