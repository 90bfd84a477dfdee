import type {Design} from "../../../src/lib/statistics/design.js";
import {type Adjustment, adjustP} from "../../../src/lib/statistics/tests/adjustP.js";
import {
  type Compare,
  type Letters,
  type PairOptions,
  pairTests,
  writeLetters,
} from "../../../src/lib/statistics/tests/letters.js";
import {linearisedDifference} from "./difference.js";
import {isBoundary} from "./isBoundary.js";

/** The tests that are protected together. */
export type Family = "table" | "row";

/** The difference against its own standard error; not of shares of 0 or 100 per cent, which have none. */
const waldTest: Compare = (design, _answers, a, b) => {
  if (isBoundary(a.mean) || isBoundary(b.mean)) return null;
  const {test, proportions, degreesOfFreedom} = linearisedDifference(design, a, b);
  return test === null || test.p === null ? null : {proportions, t: test.t, degreesOfFreedom, p: test.p};
};

/**
 * Letters as other programs give them: of Wald tests of all pairs, with another adjustment than Holm's, or with protection
 * inside each row only. Bonferroni by row is what SPSS Custom Tables does.
 */
export function lettersBy(
  design: Design,
  {alpha = 0.05, adjust, family, ...options}: PairOptions & {alpha?: number; adjust: Adjustment; family: Family},
): Letters {
  const tests = pairTests(design, {...options, minimumExpected: 0}, waldTest);
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
