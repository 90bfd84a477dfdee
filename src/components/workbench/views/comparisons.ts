import {sum} from "d3";
import {restOf} from "../../../lib/statistics/tests/letters.js";
import {significant} from "../../../lib/table/table.js";
import {differencesOf} from "../../../lib/table/tableTests.js";
import type {Tabulated} from "../../../lib/table/tabulate.js";
import {orderOf} from "../../../lib/table/variable.js";
import type {Made, Section} from "../made.js";

/** Two columns compared in a row, the higher first unless the second is what all are compared with; or a trend over all. */
export interface Comparison {
  /** Of a trend the numbers are those of one step, from a column to the next. */
  kind: "pair" | "trend";
  row: number;
  /** Indices of the columns, or `b` is `restOf`; of a trend the last and the first. */
  a: number;
  b: number;
  /** Shares, or means, of the two. */
  estimates: [number, number];
  difference: number;
  low: number;
  high: number;
  p: number;
  adjustedP: number;
  isSignificant: boolean;
  isMadeUp: boolean;
}

/** What each column is compared with: of an address `question.category`, as `differencesOf` and a script name it. */
export function againstOf({selection, columns}: Pick<Made, "selection" | "columns">): {
  against: "each" | "rest" | number;
  compare: string;
} {
  if (selection.compare === "rest" || columns?.type === "multiple") return {against: "rest", compare: "rest"};
  const at = columns?.categories.findIndex(({code}) => selection.compare === `${columns.name}.${code}`) ?? -1;
  if (!columns || at < 0) return {against: "each", compare: "each"};
  return {against: at, compare: columns.categories[at].code};
}

/** Every comparison of a section, the greatest first, and every trend; null where columns cannot be compared. */
export function comparisonsOf(made: Made, {tabulated, table, trends}: Section): Comparison[] | null {
  const {against} = againstOf(made);
  const found = tabulated && differencesOf(tabulated, against);
  if (!found) return null;
  const {level} = table;
  const isMadeUp = table.rank === "standIn";
  const pairs = found.pairs.map(({row, a, b, estimates, p, adjustedP, ...pair}): Comparison => {
    const difference = estimates[0] - estimates[1];
    const each = {kind: "pair", row, p, adjustedP, isSignificant: adjustedP < significant, isMadeUp} as const;
    const {low, high} = pair.interval({level});
    return against === "each" && difference < 0
      ? {...each, a: b, b: a, estimates: [estimates[1], estimates[0]], difference: -difference, low: -high, high: -low}
      : {...each, a, b, estimates, difference, low, high};
  });
  const steps = trends().map(({row, ends: [first, last], estimates, slope, p, adjustedP, ...trend}): Comparison => {
    const isSignificant = adjustedP < significant;
    const common = {kind: "trend", row, a: last, b: first, p, adjustedP, isSignificant, isMadeUp} as const;
    return {...common, estimates: [estimates[1], estimates[0]], difference: slope, ...trend.interval({level})};
  });
  return [...steps, ...pairs.sort((x, y) => Math.abs(y.difference) - Math.abs(x.difference))];
}

/** How many answered in each of the two; the others together are those in the other columns shown. Of a trend, in all. */
export function basesOf({request: {columns}, table}: Tabulated, {kind, a, b}: Comparison): number[] {
  const of = (column: number) => table.columns[column + 1].unweightedBase ?? 0;
  if (kind === "trend") return [sum(columns ? orderOf(columns) : [], of)];
  if (b !== restOf) return [of(a), of(b)];
  if (columns?.type === "multiple") return [of(a)];
  return [of(a), sum(table.columns.slice(1), ({unweightedBase}) => unweightedBase ?? 0) - of(a)];
}
