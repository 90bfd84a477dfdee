import {chose, everyone, indicator} from "../../../src/lib/statistics/column.js";
import {countTable} from "../../../src/lib/statistics/countTable.js";
import type {Design} from "../../../src/lib/statistics/design.js";
import {linearisedMean} from "../../../src/lib/statistics/mean.js";
import {
  type AdjustedPair,
  type PairOptions,
  type PairTest,
  pairsOf,
  writeLetters,
} from "../../../src/lib/statistics/tests/letters.js";
import {type Adjustment, adjustP} from "./adjustP.js";
import {linearisedDifference} from "./difference.js";
import {isBoundary} from "./isBoundary.js";
import {type Letters, sizeOf} from "./letters.js";

/** The tests that are protected together. */
export type Family = "table" | "row";

/**
 * Letters as other programs give them: of Wald tests of all pairs, with another adjustment than Holm's, or with protection
 * inside each row only. Bonferroni by row is what SPSS Custom Tables does.
 */
export function lettersBy(
  design: Design,
  {alpha = 0.05, adjust, family, ...options}: PairOptions & {alpha?: number; adjust: Adjustment; family: Family},
): Letters<Omit<AdjustedPair, "interval">> {
  const rows = options.row.categories.map((_, row) => waldTests(design, options, row));
  const families = family === "table" ? [rows.flat()] : rows;
  const tests = families.flatMap((members) => {
    const p = adjustP(
      members.map((test) => test.p),
      adjust,
    );
    return members.map((test, i) => ({...test, adjustedP: p[i] as number}));
  });
  return {tests, letters: writeLetters(tests, sizeOf(options), alpha)};
}

/** The differences in a row against their own standard errors; not of shares of 0 or 100 per cent, which have none. */
function waldTests(
  design: Design,
  {minimumBase = 10, ...table}: PairOptions,
  row: number,
): Omit<PairTest, "interval">[] {
  const {column, domain = everyone(design.count.length)} = table;
  const shareOf = (c: number) => linearisedMean(design, indicator(table.row, [row]), chose(domain, column, c));
  return pairsOf(countTable(design, table), minimumBase).flatMap(([a, b]) => {
    const [first, second] = [shareOf(a), shareOf(b)];
    if (isBoundary(first.mean) || isBoundary(second.mean)) return [];
    const {test, proportions, degreesOfFreedom} = linearisedDifference(design, first, second);
    return test === null || test.p === null
      ? []
      : [{row, a, b, estimates: proportions, t: test.t, degreesOfFreedom, p: test.p}];
  });
}
