import {type Adjustment, adjustP} from "../adjustP.js";
import type {Design} from "../design.js";
import {type Letters, type PairOptions, pairTests, writeLetters} from "../letters.js";

/** The tests that are protected together. */
export type Family = "table" | "row";

/**
 * Letters as other programs give them: with another adjustment than Holm's, or with protection inside each row only.
 * Bonferroni by row is what SPSS Custom Tables does.
 */
export function lettersBy(
  design: Design,
  {alpha = 0.05, adjust, family, ...options}: PairOptions & {alpha?: number; adjust: Adjustment; family: Family},
): Letters {
  const tests = pairTests(design, options);
  const families =
    family === "table" ? [tests] : options.row.categories.map((_, r) => tests.filter(({row}) => row === r));
  const adjusted = families.flatMap((members) => {
    const p = adjustP(
      members.map((test) => test.p),
      adjust,
    );
    return members.map((test, i) => ({...test, adjustedP: p[i] as number}));
  });
  return writeLetters(adjusted, options, alpha);
}
