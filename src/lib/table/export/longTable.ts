import {csvText, type Field} from "../../csv.js";
import type {Lang} from "../../language/text.js";
import {rankLabel} from "../../quantities/rank.js";
import {dataMark} from "../../respondents/productFile.js";
import {settings} from "../../settings.js";
import {metrics, metricValue, type PlacedCell, placedCells} from "./metrics.js";
import {type ExportTable, filterText, hasWeights} from "./tableFrame.js";

type Column = (placed: PlacedCell, table: ExportTable, lang: Lang) => Field;

/** Columns of a table with one line a cell, in order. Names are the same in both languages, so that code can rely on them. */
const columns: Record<string, Column> = {
  data: (_, table) => dataMark(table),
  rank: (_, {rank}) => rank,
  rank_label: (_, {rank}, lang) => rankLabel[rank][lang],
  survey: () => settings.survey,
  version: () => settings.version,
  measure: (_, {measure}) => measure,
  weighted: (_, table) => yesOrNo(hasWeights(table)),
  filters: (_, {filters}) =>
    filters.map(({variable, categories}) => `${variable}=${categories.map(({code}) => code).join("|")}`).join(";"),
  filter_labels: (_, {filters}, lang) => filters.map((filter) => filterText(filter, lang)).join("; "),
  row_variable: (_, {rowVariable}) => rowVariable.name,
  row_variable_label: (_, {rowVariable}, lang) => rowVariable.label[lang],
  row: ({row}) => row.code,
  row_label: ({row}, _, lang) => row.label[lang],
  column_variable: (_, {columnVariable}) => columnVariable?.name ?? null,
  column_variable_label: (_, {columnVariable}, lang) => columnVariable?.label[lang] ?? null,
  column: ({column}) => column.code,
  column_label: ({column}, _, lang) => column.label[lang],
  ...Object.fromEntries(
    metrics.map((metric): [string, Column] => [metric, ({cell}, {measure}) => metricValue(cell, metric, measure)]),
  ),
  confidence_level: ({cell}, {level}) => (cell.status === "published" && cell.interval ? level : null),
  column_letter: ({letter}) => letter || null,
  higher_than: ({above}) => above || null,
  status: ({cell}) => cell.status,
  low_precision: ({cell}) => (cell.status === "published" ? yesOrNo(cell.lowPrecision) : null),
};

const yesOrNo = (is: boolean) => (is ? "yes" : "no");

export const longColumns: readonly string[] = Object.keys(columns);

/** Tables with one line a cell, told apart by their filters: codes, labels in one language, and every number, empty where there is none. */
export function longRows(tables: readonly ExportTable[], lang: Lang): Field[][] {
  return tables.flatMap((table) =>
    placedCells(table).map((placed) => Object.values(columns).map((of) => of(placed, table, lang))),
  );
}

/** The same lines by the names of their columns. */
export function longRecords(tables: readonly ExportTable[], lang: Lang): Record<string, Field>[] {
  return longRows(tables, lang).map((fields) =>
    Object.fromEntries(fields.map((field, at) => [longColumns[at], field])),
  );
}

/** The same as comma-separated text. A proportion is 0 to 1, and what is not published is empty, never 0. */
export function tableCsv(tables: readonly ExportTable[], {lang}: {lang: Lang}): string {
  return csvText(longColumns, longRows(tables, lang));
}
