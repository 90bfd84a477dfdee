import type {Text} from "../../language/text.js";
import {lackSymbol} from "../../language/words.js";
import {letterOf, levelText} from "../shown/cellText.js";
import {allColumn, type Cell, type ExploredTable, type Measure, type PublishedCell, type TableLine} from "../table.js";
import type {ExportTable} from "./tableFrame.js";

/** A number of a cell, as files describe it. */
export interface MetricDescription {
  /** By the confidence level of the table. */
  label(level: number): Text;
  /** Decimals of a number of respondents; without them the metric is in the unit of the measure. */
  decimals?: number;
  of(cell: PublishedCell, measure: Measure): number | null;
}

const always = (text: Text) => () => text;

/** An end of the interval, by the level that it has. */
const endOf = (end: Text) => (level: number) => ({
  nb: `${end.nb} grense for ${levelText(level, "nb")} konfidensintervall`,
  en: `${end.en} end of the ${levelText(level, "en")} confidence interval`,
});

/** The numbers that a cell is exported with, in order. With the measure `count` interval and standard error are of the count. */
export const metricDescriptions = {
  estimate: {label: always({nb: "Anslag", en: "Estimate"}), of: shownEstimate},
  low: {label: endOf({nb: "Nedre", en: "Lower"}), of: ({interval}) => interval?.low ?? null},
  high: {label: endOf({nb: "Øvre", en: "Upper"}), of: ({interval}) => interval?.high ?? null},
  standard_error: {label: always({nb: "Standardfeil", en: "Standard error"}), of: ({standardError}) => standardError},
  unweighted_count: {
    label: always({nb: "Antall svar i cellen, uvektet", en: "Unweighted count"}),
    decimals: 0,
    of: ({unweightedCount}) => unweightedCount,
  },
  unweighted_base: {
    label: always({nb: "Antall som svarte (n)", en: "Unweighted base (n)"}),
    decimals: 0,
    of: ({unweightedBase}) => unweightedBase,
  },
  weighted_count: {
    label: always({nb: "Antall i cellen, vektet", en: "Weighted count"}),
    decimals: 1,
    of: ({count}) => count,
  },
  weighted_base: {label: always({nb: "Grunnlag, vektet", en: "Weighted base"}), decimals: 1, of: ({base}) => base},
} satisfies Record<string, MetricDescription>;

export type Metric = keyof typeof metricDescriptions;
export const metrics = Object.keys(metricDescriptions) as readonly Metric[];

/** A number of a cell, with ten decimals: enough for any use, and none of the noise of binary fractions. */
export function metricValue(cell: Cell, metric: Metric, measure: Measure): number | null {
  const value = cell.status === "published" ? metricDescriptions[metric].of(cell, measure) : null;
  return value === null ? null : Number(value.toFixed(10));
}

/** What a cell shows: a share from 0 to 1, a mean, or for the measure `count` how many it stands for; null if nothing. */
export function shownEstimate({estimate, count, base}: PublishedCell, measure: Measure): number | null {
  if (measure !== "count") return estimate;
  return base === 0 ? null : count;
}

/** A cell with its row and column. */
export interface PlacedCell {
  row: TableLine;
  column: TableLine;
  cell: Cell;
  /** Letter of the column, and those of the columns that the cell is above; "" where columns are not compared. */
  letter: string;
  above: string;
}

/** The cells of a table, row by row. */
export function placedCells({rows, columns, cells, letters}: PlacedTable): PlacedCell[] {
  const letterAt = (c: number) => (letters && c > 0 ? letterOf(c) : "");
  return rows.flatMap((row, r) =>
    columns.map((column, c) => ({
      row,
      column,
      cell: cells[r][c],
      letter: letterAt(c),
      above: letters?.[r][c] ?? "",
    })),
  );
}

type PlacedTable = Pick<ExportTable, "rows" | "columns" | "cells" | "letters">;

/**
 * Why a number of a cell is not there, in the symbols of Statistics Norway: `.` cannot occur, `..` missing, `:` hidden. The
 * share that all columns make of a row is 1 by its nature, and how many answered is a fact: neither can have an interval.
 */
export function symbolOf(
  {cell, column}: Pick<PlacedCell, "cell" | "column">,
  table: Pick<ExploredTable, "measure" | "isWeighted">,
): string {
  if (cell.status !== "published") return lackSymbol[cell.status];
  const isWhole = table.measure === "rowPercent" && column.code === allColumn;
  const isFact = isWhole || (table.measure === "count" && !table.isWeighted);
  return lackSymbol[isFact && cell.unweightedBase > 0 ? "notApplicable" : "missing"];
}
