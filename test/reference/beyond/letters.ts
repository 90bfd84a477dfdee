import type {TwoWay} from "../../../src/lib/statistics/countTable.js";
import type {Design} from "../../../src/lib/statistics/design.js";
import {holm} from "../../../src/lib/statistics/tests/holm.js";
import {
  type AdjustedPair,
  type PairOptions,
  pairTests,
  writeLetters,
} from "../../../src/lib/statistics/tests/letters.js";

/** Tests of pairs, and by [row][column] the columns that this one is above. */
export interface Letters<Test = AdjustedPair> {
  tests: Test[];
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
  const pairs = pairTests(design, options);
  const adjusted = holm(pairs.map(({p}) => p));
  const tests = pairs.map((test, i) => ({...test, adjustedP: adjusted[i]}));
  return {tests, letters: writeLetters(tests, sizeOf(options), alpha)};
}

export function sizeOf({row, column}: TwoWay): {rows: number; columns: number} {
  return {rows: row.categories.length, columns: column.categories.length};
}
