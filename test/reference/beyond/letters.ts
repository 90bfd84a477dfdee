import type {Design} from "../../../src/lib/statistics/design.js";
import {adjustP} from "../../../src/lib/statistics/tests/adjustP.js";
import {type Letters, type PairOptions, pairTests, writeLetters} from "../../../src/lib/statistics/tests/letters.js";

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
