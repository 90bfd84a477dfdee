import {baseOf} from "../base.js";
import {type CountTable, countTable, type TwoWay} from "../crosstab.js";
import type {Design} from "../design.js";
import {twoSidedP} from "../distributions.js";
import {type Answers, chose, either, everyone, indicator} from "../domain.js";
import {type LinearisedMean, linearisedMean} from "../linearise.js";
import {variance} from "../variance.js";

export interface PairOptions extends TwoWay {
  /** Columns with fewer respondents are not tested, default 10. */
  minimumBase?: number;
  /**
   * Pairs are not tested in which fewer respondents of either column would be expected in the row, or outside it, were the
   * shares equal; default 5. Of fewer a t-test finds too much.
   */
  minimumExpected?: number;
}

/** The shares of one row in two columns, compared; `row`, `a` and `b` are indices of categories. */
export interface PairTest {
  row: number;
  a: number;
  b: number;
  proportions: [number, number];
  t: number;
  degreesOfFreedom: number;
  p: number;
}

/** A pair with its p adjusted for all that were tested with it. */
export interface AdjustedPair extends PairTest {
  adjustedP: number;
}

export interface Letters {
  tests: AdjustedPair[];
  /** By [row][column] the columns that this one is above: A for the first column, B for the next; a after Z. */
  letters: string[][];
}

/**
 * Every pair of columns in every row, but those with a column below the minimum base, with too few respondents expected in
 * the row or outside it, or without degrees of freedom.
 *
 * @param compare how two shares are compared, by default as in `scoreTest`
 * @throws LonelyClassError
 */
export function pairTests(
  design: Design,
  {minimumBase = 10, minimumExpected = 5, ...table}: PairOptions,
  compare: Compare = scoreTest,
): PairTest[] {
  const counts = countTable(design, table);
  const {unweightedBase, rows, columns} = counts;
  const tested = columns.flatMap((_, c) => (unweightedBase[c] >= Math.max(1, minimumBase) ? [c] : []));
  return rows.flatMap((_, row) => {
    const pairs = pairsOf(tested).filter(([a, b]) => leastExpected(counts, row, a, b) >= minimumExpected);
    return rowTests(design, table, {row, pairs, compare});
  });
}

/** The least number of respondents expected in two columns, in a row or outside it, if its share is the same in both. */
function leastExpected({unweightedCount, unweightedBase}: CountTable, row: number, a: number, b: number): number {
  const share = (unweightedCount[row][a] + unweightedCount[row][b]) / (unweightedBase[a] + unweightedBase[b]);
  return Math.min(share, 1 - share) * Math.min(unweightedBase[a], unweightedBase[b]);
}

/** The higher column of each significant pair gets the letter of the lower. */
export function writeLetters(tests: AdjustedPair[], table: TwoWay, alpha: number): Letters {
  const written = table.row.categories.map(() => table.column.categories.map(() => ""));
  for (const {row, a, b, proportions, adjustedP} of tests) {
    if (adjustedP >= alpha) continue;
    const [higher, lower] = proportions[0] > proportions[1] ? [a, b] : [b, a];
    written[row][higher] += letterOf(lower);
  }
  return {tests, letters: written.map((cells) => cells.map((cell) => [...cell].sort().join("")))};
}

function letterOf(column: number): string {
  return "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"[column] ?? "*";
}

interface RowTests {
  row: number;
  pairs: readonly [number, number][];
  compare: Compare;
}

function rowTests(design: Design, table: TwoWay, {row, pairs, compare}: RowTests): PairTest[] {
  const {domain = everyone(design.count.length)} = table;
  const answers = indicator(table.row, [row]);
  const columns = [...new Set(pairs.flat())];
  const shares = new Map(columns.map((c) => [c, linearisedMean(design, answers, chose(domain, table.column, c))]));
  return pairs.flatMap(([a, b]) => {
    const test = compare(design, answers, shares.get(a) as LinearisedMean, shares.get(b) as LinearisedMean);
    return test ? [{row, a, b, ...test}] : [];
  });
}

/** Compares the shares of two columns; null where that cannot be done. */
export type Compare = (
  design: Design,
  answers: Answers,
  a: LinearisedMean,
  b: LinearisedMean,
) => Omit<PairTest, "row" | "a" | "b"> | null;

/**
 * The difference against the standard error that it would have if both columns had the share that they have together, so
 * that a column in which few said yes, or none, does not look more certain than it is.
 * Source: Rao, Scott and Skinner (1998), Quasi-score tests with survey data, Statistica Sinica 8, 1059-1070.
 */
function scoreTest(design: Design, answers: Answers, a: LinearisedMean, b: LinearisedMean): ReturnType<Compare> {
  const union = either(a.domain, b.domain);
  const {base: whole, degreesOfFreedom} = baseOf(design, union);
  const [baseA, baseB] = [a, b].map(({domain}) => baseOf(design, domain).base);
  const together = (a.mean * baseA + b.mean * baseB) / whole;
  const contributions = design.weight.map((w, i) => {
    const place = a.domain[i] ? 1 / baseA : b.domain[i] ? -1 / baseB : 0;
    return place === 0 ? 0 : w * (answers[i] - together) * place;
  });
  const standardError = Math.sqrt(variance(design, contributions, union));
  if (degreesOfFreedom < 2 || standardError < 1e-12) return null;
  const t = (a.mean - b.mean) / standardError;
  const df = degreesOfFreedom - 1;
  return {proportions: [a.mean, b.mean], t, degreesOfFreedom: df, p: twoSidedP(t, df)};
}

function pairsOf(columns: readonly number[]): [number, number][] {
  return columns.flatMap((a, i) => columns.slice(i + 1).map((b): [number, number] => [a, b]));
}
