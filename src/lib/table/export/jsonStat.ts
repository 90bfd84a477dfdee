import type {Lang, Text} from "../../language/text.js";
import {dataMark} from "../../quantities/dataMark.js";
import {rankLabel} from "../../quantities/rank.js";
import {settings} from "../../settings.js";
import type {ExploredTable, Measure, TableLine} from "../table.js";
import {figureOf, type Metric, metrics, placedCells, symbolOf} from "./figureOf.js";

import {type TakeOptions, tableFrame} from "./tableFrame.js";

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

/**
 * A table as a JSON-stat 2.0 dataset of three dimensions: `row`, `column` and `metric`. A proportion is 0 to 1.
 *
 * @param options.address where the view stands, without it there is no `href`
 */
export function jsonStat(table: ExploredTable, options: TakeOptions & {address?: string}): JsonStatDataset {
  const {lang, address} = options;
  const {rows, columns, rowVariable, columnVariable, measure} = table;
  const frame = tableFrame(table, options);
  return {
    version: "2.0",
    class: "dataset",
    label: frame.title,
    source: `${frame.source} ${frame.publisher}`,
    updated: settings.published,
    ...(address !== undefined && {href: address}),
    note: [frame.rank, frame.measure, frame.filters, frame.base, statusNote[lang]],
    id: ["row", "column", "metric"],
    size: [rows.length, columns.length, metrics.length],
    role: {metric: ["metric"]},
    dimension: {
      row: lineDimension(rowVariable.label, rows, lang),
      column: lineDimension(columnVariable?.label ?? columns[0].label, columns, lang),
      metric: metricDimension(measure, lang),
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

const metricLabels: Record<Metric, Text> = {
  estimate: {nb: "Anslag", en: "Estimate"},
  low: {nb: "Nedre grense for 95 % konfidensintervall", en: "Lower end of the 95% confidence interval"},
  high: {nb: "Øvre grense for 95 % konfidensintervall", en: "Upper end of the 95% confidence interval"},
  standard_error: {nb: "Standardfeil", en: "Standard error"},
  unweighted_count: {nb: "Antall svar i cellen, uvektet", en: "Unweighted count"},
  unweighted_base: {nb: "Antall som svarte (n)", en: "Unweighted base (n)"},
  weighted_count: {nb: "Antall i cellen, vektet", en: "Weighted count"},
  weighted_base: {nb: "Grunnlag, vektet", en: "Weighted base"},
};

function metricDimension(measure: Measure, lang: Lang): JsonStatDimension {
  return {
    label: {nb: "Statistikkvariabel", en: "Metric"}[lang],
    category: {
      index: metrics,
      label: Object.fromEntries(metrics.map((metric) => [metric, metricLabels[metric][lang]])),
      unit: Object.fromEntries(metrics.map((metric) => [metric, unitOf(metric, measure, lang)])),
    },
  };
}

const units = {
  proportion: {nb: "andel fra 0 til 1", en: "proportion from 0 to 1"},
  mean: {nb: "gjennomsnitt", en: "mean"},
  count: {nb: "antall", en: "number"},
} satisfies Record<string, Text>;

/** Decimals to show: the values have more. */
function unitOf(metric: Metric, measure: Measure, lang: Lang): JsonStatUnit {
  if (metric.startsWith("unweighted")) return {label: units.count[lang], decimals: 0};
  if (metric.startsWith("weighted") || measure === "count") return {label: units.count[lang], decimals: 1};
  if (measure === "mean") return {label: units.mean[lang], decimals: 2};
  return {label: units.proportion[lang], decimals: 4};
}

/** What is not published has the value null and a status. */
function valuesOf(table: ExploredTable): Pick<JsonStatDataset, "value" | "status"> {
  const entries = placedCells(table).flatMap((placed) =>
    metrics.map((metric) => ({
      value: figureOf(placed.cell, metric, table.measure),
      symbol: symbolOf(placed, table),
    })),
  );
  const lacking = entries.flatMap(({value, symbol}, at) => (value === null ? [[String(at), symbol]] : []));
  return {value: entries.map(({value}) => value), status: Object.fromEntries(lacking)};
}

/** What JSON-stat has no place for, in the project’s own codes. */
function extensionOf(table: ExploredTable, lang: Lang): Record<string, unknown> {
  const {rank, isProtected, measure, isWeighted, filters, rowVariable, columnVariable, unweightedBase, unanswered} =
    table;
  return {
    lang,
    data: dataMark(table),
    rank,
    rankLabel: rankLabel[rank][lang],
    isMadeUp: rank === "standIn",
    isProtected,
    survey: settings.survey,
    version: settings.version,
    measure,
    isWeighted,
    rowVariable: rowVariable.name,
    columnVariable: columnVariable?.name ?? null,
    filters: filters.map(({variable, categories}) => ({variable, categories: categories.map(({code}) => code)})),
    unweightedBase,
    unanswered,
    lowPrecision: placedCells(table).flatMap(({cell, row, column}) =>
      cell.status === "published" && cell.lowPrecision ? [{row: row.code, column: column.code}] : [],
    ),
    classes: table.classes.map((each) => ({...each, label: each.label[lang]})),
  };
}
