import type {FigureFacts} from "../../../lib/facts.js";
import {formatNumber} from "../../../lib/language/format.js";
import {inBoth, type Text} from "../../../lib/language/text.js";
import type {Quantity} from "../../../lib/quantities/quantity.js";
import {type Selection, splitCodes} from "../../../lib/selection.js";
import {isShown, lackOf} from "../../../lib/table/cellText.js";
import {tallySetFor} from "../../../lib/table/counts/tallySets.js";
import type {PageExplorer} from "../../../lib/table/explorer.js";
import {protectedTable} from "../../../lib/table/protectedTable.js";
import {allColumn, type Cell, type ExploredTable, type TableLine} from "../../../lib/table/table.js";
import {type TableRequest, tabulate} from "../../../lib/table/tabulate.js";
import {type ExploredVariable, variableByName} from "../../../lib/table/variable.js";
import type {Explored} from "../../figure.js";
import {surveyQuantity} from "../../figures/surveyQuantity.js";
import {keys, nothing, shownAnswer} from "./breakdownChoices.js";

/** The filters that a selection puts on. */
export function filtersOf({variables, filters}: PageExplorer, selection: Selection): TableRequest["filters"] {
  return filters.flatMap((name) => {
    const chosen = splitCodes(selection[name] ?? "all");
    if (chosen.length === 0) return [];
    const of = variableByName(variables, name);
    return [{variable: name, of, categories: of.categories.filter(({code}) => chosen.includes(code))}];
  });
}

/**
 * The answers to the question that a selection shows, of those that it leaves in, by one variable or of all together; and
 * what it takes to make the table anew.
 */
export function breakdown(
  explorer: PageExplorer,
  selection: Selection,
  {tallySet, by = selection[keys.by]}: Pick<FigureFacts, "tallySet"> & {by?: string},
): Explored {
  const {question: rows} = shownAnswer(explorer, selection);
  if (explorer.isProtected)
    return {table: protectedTable(explorer, {rows, by: by === nothing ? null : by}), script: null};
  const columns = by === nothing ? null : variableByName(explorer.variables, by);
  const request: TableRequest = {
    rows,
    columns,
    filters: filtersOf(explorer, selection),
    measure: "columnPercent",
    isWeighted: true,
  };
  return exploredOf(explorer, tabulate(explorer, tallySet(breakdownTallies(explorer)), request).table, request);
}

/** The set of tallies that a page's breakdowns are counted in. */
const breakdownTallies = (explorer: PageExplorer) => tallySetFor(explorer, explorer.variables);

/** The same as a figure needs it; null of a page with nothing to count, or nothing that may be. */
export const needsBreakdownTallies = (explorer: PageExplorer | undefined) =>
  explorer && !explorer.isProtected ? breakdownTallies(explorer) : null;

/** A table with what a script needs to make it anew; of respondents that are not published there is no script. */
export function exploredOf({units, published}: PageExplorer, table: ExploredTable, request: TableRequest): Explored {
  return {table, script: published ? {request, units, ...published} : null};
}

/** A cell as a number that can be shown. */
export function cellQuantity(
  cell: Cell,
  {table, row, column, id}: {table: ExploredTable; row: TableLine; column: TableLine; id: string},
): Quantity {
  const {measure} = table;
  const value = isShown(cell) ? (measure === "count" ? cell.count : cell.estimate) : null;
  const interval = cell.status === "published" ? cell.interval : null;
  const {low, high} = interval ?? {low: value ?? 0, high: value ?? 1};
  const quantity = surveyQuantity(
    {
      id: `${id}-${row.code}-${column.code}`,
      label: row.label,
      unit: measure === "count" || measure === "mean" ? measure : "proportion",
      proportion: value,
      lack: lackOf(cell) ?? "missing",
      low,
      high,
      of: baseText(cell, column),
    },
    table,
  );
  return interval ? quantity : {...quantity, isWithoutInterval: true};
}

function baseText(cell: Cell, {code, label}: TableLine): Text {
  const n = cell.status === "published" ? cell.unweightedBase : null;
  return inBoth((lang) => {
    const shown = n === null ? ":" : formatNumber(n, lang);
    const named = code === allColumn ? "" : `${label[lang]}: `;
    return lang === "nb" ? `${named}${shown} som svarte` : `${named}${shown} that answered`;
  });
}

/** The variable of a name among those that a page can count by. */
export function byVariable({variables}: PageExplorer, {[keys.by]: by}: Selection): ExploredVariable | null {
  return by === nothing ? null : (variables.find(({name}) => name === by) ?? null);
}
