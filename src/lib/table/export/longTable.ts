import type {Lang} from "../../language/text.js";
import {dataMark} from "../../quantities/dataMark.js";
import {rankLabel} from "../../quantities/rank.js";
import {settings} from "../../settings.js";
import type {ExploredTable, NamedFilter} from "../table.js";
import type {Field} from "./csvText.js";
import {figureOf, metrics, type PlacedCell, placedCells} from "./figureOf.js";
import {filterText} from "./tableFrame.js";

/** Columns of a table with one line a cell, in order. Names are the same in both languages, so that code can rely on them. */
export const longColumns = [
  "data",
  "rank",
  "rank_label",
  "survey",
  "version",
  "measure",
  "weighted",
  "filters",
  "filter_labels",
  "row_variable",
  "row_variable_label",
  "row",
  "row_label",
  "column_variable",
  "column_variable_label",
  "column",
  "column_label",
  ...metrics,
  "status",
  "low_precision",
] as const;

type LongLine = Record<(typeof longColumns)[number], Field>;

/** A table with one line a cell: codes, labels in one language, and every number, empty where there is none. */
export function longRows(table: ExploredTable, lang: Lang): Field[][] {
  const common = commonOf(table, lang);
  return placedCells(table).map((placed) => {
    const line: LongLine = {...common, ...ownOf(placed, table, lang)};
    return longColumns.map((column) => line[column]);
  });
}

function commonOf(table: ExploredTable, lang: Lang) {
  const {rank, measure, isWeighted, filters, rowVariable, columnVariable} = table;
  return {
    data: dataMark(table),
    rank,
    rank_label: rankLabel[rank][lang],
    survey: settings.survey,
    version: settings.version,
    measure,
    weighted: yesOrNo(isWeighted),
    filters: filters.map(filterCodes).join(";"),
    filter_labels: filters.map((filter) => filterText(filter, lang)).join("; "),
    row_variable: rowVariable.name,
    row_variable_label: rowVariable.label[lang],
    column_variable: columnVariable?.name ?? null,
    column_variable_label: columnVariable?.label[lang] ?? null,
  };
}

function ownOf({row, column, cell}: PlacedCell, {measure}: ExploredTable, lang: Lang) {
  const figure = (metric: (typeof metrics)[number]) => figureOf(cell, metric, measure);
  return {
    row: row.code,
    row_label: row.label[lang],
    column: column.code,
    column_label: column.label[lang],
    estimate: figure("estimate"),
    low: figure("low"),
    high: figure("high"),
    standard_error: figure("standard_error"),
    unweighted_count: figure("unweighted_count"),
    unweighted_base: figure("unweighted_base"),
    weighted_count: figure("weighted_count"),
    weighted_base: figure("weighted_base"),
    status: cell.status,
    low_precision: cell.status === "published" ? yesOrNo(cell.lowPrecision) : null,
  };
}

/** A filter as code reads it: `county=03|12`. */
export const filterCodes = ({variable, categories}: NamedFilter) =>
  `${variable}=${categories.map(({code}) => code).join("|")}`;

const yesOrNo = (is: boolean) => (is ? "yes" : "no");
