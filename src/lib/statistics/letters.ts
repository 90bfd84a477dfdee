import {adjustP} from "./adjustP.js";
import {countTable, type TwoWay} from "./crosstab.js";
import type {Design} from "./design.js";
import {linearisedDifference} from "./difference.js";
import {chose, everyone, indicator} from "./domain.js";
import {type LinearisedMean, linearisedMean} from "./linearise.js";
import {isBoundary} from "./reportInterval.js";

export interface PairOptions extends TwoWay {
  /** Columns with fewer respondents are not tested, default 10. */
  minimumBase?: number;
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
 * Which columns of a table differ, row by row, with Holm's protection over the whole table.
 * Source: Holm (1979), Scand. J. Statist. 6, 65-70.
 *
 * @param options alpha: greatest adjusted p that gives a letter, default 0.05
 * @throws LonelyClassError
 */
export function letters(design: Design, {alpha = 0.05, ...options}: PairOptions & {alpha?: number}): Letters {
  const tests = pairTests(design, options);
  const adjusted = adjustP(tests.map(({p}) => p));
  return writeLetters(
    tests.map((test, i) => ({...test, adjustedP: adjusted[i] as number})),
    options,
    alpha,
  );
}

/**
 * Every pair of columns in every row, but those with a column below the minimum base or at 0 or 100 per cent, without
 * degrees of freedom, or with all answers in, for then the difference is a fact.
 */
export function pairTests(design: Design, {minimumBase = 10, ...table}: PairOptions): PairTest[] {
  const {unweightedBase, rows, columns} = countTable(design, table);
  const tested = columns.flatMap((_, c) => (unweightedBase[c] >= Math.max(1, minimumBase) ? [c] : []));
  return rows.flatMap((_, row) => rowTests(design, table, row, tested));
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

function rowTests(design: Design, table: TwoWay, row: number, columns: readonly number[]): PairTest[] {
  const {domain = everyone(design.count.length)} = table;
  const answers = indicator(table.row, [row]);
  const shares = new Map(columns.map((c) => [c, linearisedMean(design, answers, chose(domain, table.column, c))]));
  return pairsOf(columns).flatMap(([a, b]) => {
    const test = testPair(design, shares.get(a) as LinearisedMean, shares.get(b) as LinearisedMean);
    return test ? [{row, a, b, ...test}] : [];
  });
}

function testPair(design: Design, a: LinearisedMean, b: LinearisedMean) {
  if (isBoundary(a.mean) || isBoundary(b.mean)) return null;
  const {test, proportions, degreesOfFreedom} = linearisedDifference(design, a, b);
  return test === null || test.p === null ? null : {proportions, t: test.t, degreesOfFreedom, p: test.p};
}

function pairsOf(columns: readonly number[]): [number, number][] {
  return columns.flatMap((a, i) => columns.slice(i + 1).map((b): [number, number] => [a, b]));
}
