import type {Lang, Text} from "../../language/text.js";
import {rankLabel} from "../../quantities/rank.js";
import {dataMark} from "../../respondents/productFile.js";
import type {SampleDesign} from "../../respondents/sample.js";
import {settings} from "../../settings.js";
import type {Measure, TableLine} from "../table.js";
import {type MetricDescription, metricDescriptions, metrics, metricValue, placedCells, symbolOf} from "./metrics.js";
import {type ExportOptions, type ExportTable, hasWeights, tableFrame} from "./tableFrame.js";

interface JsonStatUnit {
  label: string;
  decimals: number;
}

interface JsonStatDimension {
  label: string;
  category: {index: readonly string[]; label: Record<string, string>; unit?: Record<string, JsonStatUnit>};
  note?: readonly string[];
}

/** A dataset as JSON-stat 2.0 has it, https://json-stat.org/full/. */
export interface JsonStatDataset {
  version: "2.0";
  class: "dataset";
  label: string;
  source: string;
  /** ISO 8601. */
  updated: string;
  href?: string;
  note: readonly string[];
  id: readonly string[];
  size: readonly number[];
  role: {metric: readonly string[]};
  dimension: Record<string, JsonStatDimension>;
  /** Row by row, column by column, metric by metric; null where there is no number. */
  value: readonly (number | null)[];
  /** By index of `value`: `.` cannot occur, `..` missing, `:` suppressed. */
  status: Record<string, string>;
  extension: Record<string, unknown>;
}

/** Several datasets as JSON-stat 2.0 has them. */
export interface JsonStatCollection extends Pick<JsonStatDataset, "version" | "label" | "updated" | "href"> {
  class: "collection";
  link: {item: readonly JsonStatDataset[]};
}

/** A table as a dataset; of several, one for each combination of layers, a collection of datasets. */
export function jsonStatOf(
  tables: readonly ExportTable[],
  options: ExportOptions & {address?: string},
): JsonStatDataset | JsonStatCollection {
  const item = tables.map((table) => jsonStat(table, options));
  if (item.length === 1) return item[0];
  const [{version, label, updated, href}] = item;
  return {version, class: "collection", label, updated, ...(href !== undefined && {href}), link: {item}};
}

/**
 * A table as a JSON-stat 2.0 dataset of three dimensions: `row`, `column` and `metric`. A proportion is 0 to 1.
 *
 * @param options.address where the view stands, without it there is no `href`
 */
export function jsonStat(table: ExportTable, options: ExportOptions & {address?: string}): JsonStatDataset {
  const {lang, address} = options;
  const {rows, columns, rowVariable, columnVariable} = table;
  const frame = tableFrame(table, options);
  return {
    version: "2.0",
    class: "dataset",
    label: frame.title,
    source: `${frame.source} ${frame.publisher}`,
    updated: settings.published,
    ...(address !== undefined && {href: address}),
    note: [
      frame.rank,
      frame.measure,
      frame.filters,
      frame.base,
      ...(table.legend ?? []).map((text) => text[lang]).filter(Boolean),
      statusNote[lang],
    ],
    id: ["row", "column", "metric"],
    size: [rows.length, columns.length, metrics.length],
    role: {metric: ["metric"]},
    dimension: {
      row: lineDimension(rowVariable.label, rows, lang),
      column: lineDimension(columnVariable?.label ?? columns[0].label, columns, lang),
      metric: metricDimension(table, lang),
    },
    ...valuesOf(table),
    extension: extensionOf(table, lang),
  };
}

const statusNote: Text = {
  nb: "Tegn i status: «.» kan ikke forekomme, «..» mangler, «:» skjult av hensyn til personvern.",
  en: "Symbols in status: “.” cannot occur, “..” missing, “:” suppressed to protect privacy.",
};

function lineDimension(label: Text, lines: readonly TableLine[], lang: Lang): JsonStatDimension {
  return {
    label: label[lang],
    category: {
      index: lines.map(({code}) => code),
      label: Object.fromEntries(lines.map((line) => [line.code, line.label[lang]])),
    },
  };
}

function metricDimension({measure, level}: ExportTable, lang: Lang): JsonStatDimension {
  return {
    label: {nb: "Statistikkvariabel", en: "Metric"}[lang],
    category: {
      index: metrics,
      label: Object.fromEntries(metrics.map((metric) => [metric, metricDescriptions[metric].label(level)[lang]])),
      unit: Object.fromEntries(metrics.map((metric) => [metric, unitOf(metricDescriptions[metric], measure, lang)])),
    },
  };
}

const units = {
  proportion: {nb: "andel fra 0 til 1", en: "proportion from 0 to 1"},
  mean: {nb: "gjennomsnitt", en: "mean"},
  count: {nb: "antall", en: "number"},
} satisfies Record<string, Text>;

/** Decimals to show: the values have more. */
function unitOf({decimals}: MetricDescription, measure: Measure, lang: Lang): JsonStatUnit {
  if (decimals !== undefined) return {label: units.count[lang], decimals};
  if (measure === "count") return {label: units.count[lang], decimals: 1};
  if (measure === "mean") return {label: units.mean[lang], decimals: 2};
  return {label: units.proportion[lang], decimals: 4};
}

/** What is not published has the value null and a status. */
function valuesOf(table: ExportTable): Pick<JsonStatDataset, "value" | "status"> {
  const entries = placedCells(table).flatMap((placed) =>
    metrics.map((metric) => ({
      value: metricValue(placed.cell, metric, table.measure),
      symbol: symbolOf(placed, table),
    })),
  );
  const lacking = entries.flatMap(({value, symbol}, at) => (value === null ? [[String(at), symbol]] : []));
  return {value: entries.map(({value}) => value), status: Object.fromEntries(lacking)};
}

/** What JSON-stat has no place for, in the project’s own codes. */
function extensionOf(table: ExportTable, lang: Lang): Record<string, unknown> {
  const {rank, isProtected, noise, measure, filters, rowVariable, columnVariable, unweightedBase, unanswered} = table;
  return {
    lang,
    data: dataMark(table),
    rank,
    rankLabel: rankLabel[rank][lang],
    isMadeUp: rank === "standIn",
    isProtected,
    ...(noise && {noise}),
    survey: settings.survey,
    version: settings.version,
    measure,
    isWeighted: hasWeights(table),
    confidenceLevel: table.level,
    rowVariable: rowVariable.name,
    columnVariable: columnVariable?.name ?? null,
    filters: filters.map(({variable, categories}) => ({variable, categories: categories.map(({code}) => code)})),
    unweightedBase,
    unanswered,
    letters: placedCells(table).flatMap(({row, column, letter, above}) =>
      letter ? [{row: row.code, column: column.code, letter, above}] : [],
    ),
    lowPrecision: placedCells(table).flatMap(({cell, row, column}) =>
      cell.status === "published" && cell.lowPrecision ? [{row: row.code, column: column.code}] : [],
    ),
    ...(table.sample && {sample: sampleOf(table.sample, lang)}),
    classes: table.classes.map((each) => ({...each, label: each.label[lang]})),
  };
}

/** How respondents were drawn and weighted, with the names of one language. */
function sampleOf({margins, ...sample}: SampleDesign, lang: Lang) {
  const calibratedTo = margins.map(({variable, label, cells}) => ({
    variable,
    label: label[lang],
    populations: Object.fromEntries(
      cells.map(({code, population, wave}) => [wave ? `${wave}.${code}` : code, population]),
    ),
  }));
  return {...sample, calibratedTo};
}
