import {getOrMake} from "../../memoize.js";
import {baseOf} from "../base.js";
import {type Column, chose, type Domain, either, everyone, indicator, type Responses} from "../column.js";
import {type CountTable, countTable, sum, type TwoWay} from "../countTable.js";
import type {Design} from "../design.js";
import {criticalT, twoSidedP} from "../distributions.js";
import {type AtLevel, usualLevel} from "../interval.js";
import {type LinearisedMean, linearisedMean} from "../mean.js";
import {variance} from "../variance.js";

/** The table whose columns `pairTests` compares. */
export interface PairOptions extends TwoWay {
  /** Columns with fewer respondents are not tested, default 10. */
  minimumBase?: number;
  /** What each column is compared with: each of the others (the default), all others together, or one of them by its index. */
  against?: "each" | "rest" | number;
  /** What each row is worth, to compare means: then there is one row of all of them. Default: shares of each row. */
  numbers?: readonly number[];
}

/** The index of all other columns together. */
export const restOf = -1;

/** The shares of one row in two columns, or two means, compared; `row`, `a` and `b` are indices of categories, or `b` is `restOf`. */
export interface PairTest {
  row: number;
  a: number;
  b: number;
  estimates: [number, number];
  /** Of their difference, by linearisation. Computed when asked for: it takes as long as the test. */
  interval(at?: AtLevel): {low: number; high: number};
  t: number;
  degreesOfFreedom: number;
  p: number;
}

/** A pair with its p adjusted for all that were tested with it. */
export interface AdjustedPair extends PairTest {
  adjustedP: number;
}

/** Of fewer respondents expected a t-test finds too much. */
const minimumExpected = 5;

/**
 * Every pair of columns in every row, or each column against the others together or against one, but those with a column below the minimum base; of shares those in which fewer than five
 * respondents of either column would be expected in the row, or outside it, were the shares equal; and those without
 * degrees of freedom or spread.
 *
 * @throws LonelyClassError
 */
export function pairTests(design: Design, {minimumBase = 10, against = "each", ...table}: PairOptions): PairTest[] {
  const {column, domain = everyone(design.count.length), numbers} = table;
  const counts = countTable(design, table);
  const candidates = comparisonsOf(counts, minimumBase, against);
  return responsesOf(table).flatMap((responses, row) => {
    const pairs = numbers
      ? candidates
      : candidates.filter(([a, b]) => leastExpected(counts, row, a, b) >= minimumExpected);
    const share = memoizedBy((of: string) => {
      const [c, without] = of.split(" ").map(Number);
      return linearisedMean(
        design,
        responses,
        c === restOf ? others(domain, column, without) : chose(domain, column, c),
      );
    });
    return pairs.flatMap(([a, b]) => {
      const test = scoreTest(design, responses, share(`${a}`), share(b === restOf ? `${b} ${a}` : `${b}`));
      return test ? [{row, a, b, ...test}] : [];
    });
  });
}

/** Of each row who is in it; or, where rows are worth something, one set of numbers. */
export function responsesOf({row, numbers}: Pick<PairOptions, "row" | "numbers">): Responses[] {
  return numbers ? [{codes: row.codes, values: numbers}] : row.categories.map((_, at) => indicator(row, [at]));
}

function memoizedBy<Value>(make: (key: string) => Value): (key: string) => Value {
  const made = new Map<string, Value>();
  return (key) => getOrMake(made, key, () => make(key));
}

/** Those inside who are in some other column. */
function others(domain: Domain, {codes}: Column, category: number): Domain {
  return domain.map((inside, i) => (codes[i] < 0 || codes[i] === category ? 0 : inside));
}

/** The comparisons that are asked for, of columns with so many respondents. */
function comparisonsOf(counts: CountTable, minimumBase: number, against: NonNullable<PairOptions["against"]>) {
  const pairs = pairsOf(counts, minimumBase);
  if (against === "each") return pairs;
  const {unweightedBase} = counts;
  const enough = (n: number) => n >= Math.max(1, minimumBase);
  const whole = sum(unweightedBase);
  const tested = [...unweightedBase.keys()].filter((c) => enough(unweightedBase[c]));
  return against === "rest"
    ? tested.filter((c) => enough(whole - unweightedBase[c])).map((c): [number, number] => [c, restOf])
    : tested.filter((c) => c !== against && tested.includes(against)).map((c): [number, number] => [c, against]);
}

/** All pairs of columns that have so many respondents. */
export function pairsOf({unweightedBase}: CountTable, minimumBase: number): [number, number][] {
  const tested = [...unweightedBase.keys()].filter((c) => unweightedBase[c] >= Math.max(1, minimumBase));
  return tested.flatMap((a, i) => tested.slice(i + 1).map((b): [number, number] => [a, b]));
}

/** The least number of respondents expected in two columns, in a row or outside it, if its share is the same in both. */
function leastExpected({unweightedCount, unweightedBase}: CountTable, row: number, a: number, b: number): number {
  const of = (numbers: Float64Array) => (b === restOf ? sum(numbers) - numbers[a] : numbers[b]);
  const [count, base] = [of(unweightedCount[row]), of(unweightedBase)];
  const share = (unweightedCount[row][a] + count) / (unweightedBase[a] + base);
  return Math.min(share, 1 - share) * Math.min(unweightedBase[a], base);
}

/**
 * The difference against the standard error that it would have if both columns had the share that they have together, so
 * that a column in which few said yes, or none, does not look more certain than it is. Null without degrees of freedom or
 * spread.
 * Source: Rao, Scott and Skinner (1998), Quasi-score tests with survey data, Statistica Sinica 8, 1059-1070.
 */
function scoreTest(design: Design, {codes, values}: Responses, a: LinearisedMean, b: LinearisedMean) {
  const union = either(a.domain, b.domain);
  const {base: whole, degreesOfFreedom} = baseOf(design, union);
  const [baseA, baseB] = [a, b].map(({domain}) => baseOf(design, domain).base);
  const together = (a.mean * baseA + b.mean * baseB) / whole;
  const contributions = design.weight.map((w, i) => {
    const place = a.domain[i] ? 1 / baseA : b.domain[i] ? -1 / baseB : 0;
    return place === 0 ? 0 : w * (values[codes[i]] - together) * place;
  });
  const standardError = Math.sqrt(variance(design, contributions, union));
  if (degreesOfFreedom < 2 || standardError < 1e-12) return null;
  const [difference, df] = [a.mean - b.mean, degreesOfFreedom - 1];
  const numbers = Array.from(values);
  const widest = Math.max(...numbers) - Math.min(...numbers);
  const t = difference / standardError;
  return {
    estimates: [a.mean, b.mean] as [number, number],
    interval: ({level = usualLevel}: AtLevel = {}) => {
      const apart = a.contributions.map((z, i) => z - b.contributions[i]);
      const reach = criticalT(level, df) * Math.sqrt(variance(design, apart, union));
      return {low: Math.max(-widest, difference - reach), high: Math.min(widest, difference + reach)};
    },
    t,
    degreesOfFreedom: df,
    p: twoSidedP(t, df),
  };
}

/**
 * The higher column of each significant pair gets the letter of the lower: A for the first column, B for the next; a after Z.
 *
 * @param alpha greatest adjusted p of a significant pair
 * @returns by [row][column]
 */
export function writeLetters(
  pairs: readonly Pick<AdjustedPair, "row" | "a" | "b" | "estimates" | "adjustedP">[],
  {rows, columns}: {rows: number; columns: number},
  alpha: number,
): string[][] {
  const written = Array.from({length: rows}, () => new Array<string>(columns).fill(""));
  for (const {row, a, b, estimates, adjustedP} of pairs) {
    if (adjustedP >= alpha) continue;
    const [higher, lower] = estimates[0] > estimates[1] ? [a, b] : [b, a];
    written[row][higher] += "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"[lower] ?? "*";
  }
  return written.map((cells) => cells.map((cell) => [...cell].sort().join("")));
}
