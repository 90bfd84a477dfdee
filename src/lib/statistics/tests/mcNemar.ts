import betainc from "@stdlib/math-base-special-betainc";

/**
 * The exact test of McNemar: the probability that of all that changed so uneven a part, or a more uneven one, changed one
 * way, were either way as likely. 1 where nobody changed.
 * Source: McNemar (1947), Psychometrika 12, 153-157; the binomial distribution as in Abramowitz and Stegun 26.5.24. In R
 * `binom.test(began, began + stopped)`.
 */
export function mcNemar(began: number, stopped: number): number {
  const [fewer, more] = began < stopped ? [began, stopped] : [stopped, began];
  return fewer === more ? 1 : Math.min(1, 2 * betainc(0.5, more, fewer + 1));
}
