import {type Selection, splitCodes} from "../../../lib/selection.js";
import {canBeCounted, tallySetFor, withNet} from "../../../lib/table/counts/tallySets.js";
import type {PageExplorer} from "../../../lib/table/explorer.js";
import type {Measure} from "../../../lib/table/table.js";
import type {TableRequest} from "../../../lib/table/tabulate.js";
import {type ExploredVariable, variableByName} from "../../../lib/table/variable.js";
import {filtersOf} from "./breakdownTable.js";
import {crosstabKeys, namedCategory, none} from "./crosstabChoices.js";

/** What a selection asks for; nets are in it already. */
export function crosstabRequest(explorer: PageExplorer, selection: Selection): TableRequest {
  const netted = (name: string) => withNet(variableByName(explorer.variables, name), netOf(selection, name));
  const {rows, columns, measure, weight} = selection;
  return {
    rows: netted(rows),
    columns: columns === none ? null : netted(columns),
    filters: [...filtersOf(explorer, selection), ...layerFilter(explorer, selection)],
    measure: measure as Measure,
    isWeighted: weight === "on",
  };
}

/** Categories of a variable that are to be counted as one. */
function netOf(selection: Selection, name: string): string[] {
  return splitCodes(selection[crosstabKeys.net] ?? "all")
    .map(namedCategory)
    .flatMap(({variable, category}) => (variable === name ? [category] : []));
}

function layerFilter({variables}: PageExplorer, {layer}: Selection): TableRequest["filters"] {
  if (layer === none) return [];
  const {variable, category} = namedCategory(layer);
  const of = variableByName(variables, variable);
  return [{variable, of, categories: of.categories.filter(({code}) => code === category)}];
}

/** Why a table cannot be made as asked; null if it can. */
export type Refusal = "tooMany" | "noNumber" | "sameTwice";

export function refusalOf(explorer: PageExplorer, request: TableRequest): Refusal | null {
  if (request.rows.name === request.columns?.name) return "sameTwice";
  if (request.measure === "mean" && request.rows.type !== "count") return "noNumber";
  return canBeCounted(explorer, variablesOf(request)) ? null : "tooMany";
}

/** The name of the set of tallies that a request is counted in; null if there is none. */
export function talliesFor(explorer: PageExplorer, request: TableRequest): string | null {
  return refusalOf(explorer, request) ? null : tallySetFor(explorer, variablesOf(request));
}

function variablesOf({rows, columns, filters}: TableRequest): ExploredVariable[] {
  return [rows, ...(columns ? [columns] : []), ...filters.map(({of}) => of)];
}
