import type {Design, LonelyRule, ResponseClass} from "./design.js";
import type {Domain} from "./domain.js";
import {LonelyClassError} from "./errors.js";
import {project} from "./projection.js";

/** A respondent of whose fellows no more than this part did not answer adds nothing, so that rounding makes no variance. */
const complete = 1e-7;

/**
 * Covariance matrix of statistics, each given by its linearised contributions: how much every respondent of a row adds
 * to the statistic's deviation, 0 outside the domain.
 *
 *     V = sum over classes h of n/(n - 1) sum over all n respondents of h of f (z - mean of z in h)^2
 *
 * where f is the part that did not answer of those whom the respondent stands for, 1 - n/N of the class or 1 - 1/w.
 *
 * Respondents outside the domain count in n and in the mean: the size of a subgroup is itself uncertain.
 * Source: Lohr, Sampling: Design and Analysis, 3.2 and 9.1 (linearisation); Woodruff (1971); for unequal f Brewer (2002).
 *
 * @param domain whom the statistics are about; classes without any of them add nothing
 * @returns NaN where the design says `average` and every class is lonely
 * @throws LonelyClassError naming a class with one respondent, where the design says `fail`
 */
export function covariance(design: Design, contributions: readonly Float64Array[], domain: Domain): number[][] {
  const factors = classFactors(design, domain);
  const deviations = contributions.map((z) => classDeviations(design, residuals(design, z)));
  const matrix = deviations.map(() => new Array<number>(deviations.length).fill(0));
  for (const [i, a] of deviations.entries()) {
    for (let j = 0; j <= i; j++) matrix[i][j] = matrix[j][i] = weightedProduct(design, factors, a, deviations[j]);
  }
  return matrix;
}

/** The variance of one statistic; see `covariance`. */
export function variance(design: Design, contributions: Float64Array, domain: Domain): number {
  return covariance(design, [contributions], domain)[0][0];
}

function residuals({projections, count}: Design, contributions: Float64Array): Float64Array {
  return projections.reduce((z, projection) => project(z, count, projection), contributions);
}

function classDeviations({count, classOf, classes, lonely}: Design, z: Float64Array): Float64Array {
  const mean = new Float64Array(classes.length);
  for (let i = 0; i < z.length; i++) mean[classOf[i]] += count[i] * z[i];
  for (const [h, {respondents}] of classes.entries())
    mean[h] = lonely === "adjust" && respondents === 1 ? 0 : mean[h] / respondents;
  const deviations = new Float64Array(z.length);
  for (let i = 0; i < z.length; i++) deviations[i] = z[i] - mean[classOf[i]];
  return deviations;
}

function weightedProduct(
  {count, classOf, unanswered}: Design,
  factors: Float64Array,
  a: Float64Array,
  b: Float64Array,
): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) {
    if (unanswered[i] >= complete) sum += factors[classOf[i]] * unanswered[i] * count[i] * a[i] * b[i];
  }
  return sum;
}

/**
 * What the sum of squares of each class is multiplied by, n/(n - 1); 0 for a class that adds nothing. NaN when lonely
 * classes should have the average of the others and there are no others.
 */
function classFactors(design: Design, domain: Domain): Float64Array {
  const {classes, lonely} = design;
  const isComplete = completeClasses(design);
  const represented = classes.filter(representedIn(design, domain));
  const showing = new Set(represented.filter((each) => isSpreadShown(each, isComplete(each), lonely)));
  const scale = represented.length / showing.size;
  const unknown = represented.length > 0 && showing.size === 0;
  return Float64Array.from(classes, (each) =>
    showing.has(each) ? scale * classFactor(each) : unknown ? Number.NaN : 0,
  );
}

/** True when a class enters the sum; false when `average` lets the others stand for it. */
function isSpreadShown({name, respondents}: ResponseClass, isComplete: boolean, lonely: LonelyRule): boolean {
  if (respondents !== 1 || isComplete) return true;
  if (lonely === "fail") throw new LonelyClassError(name);
  return lonely !== "average";
}

const classFactor = ({respondents}: ResponseClass) => (respondents > 1 ? respondents / (respondents - 1) : 1);

/** True of a class whose respondents all stand for themselves alone. */
function completeClasses({classes, classOf, count, unanswered}: Design): (responseClass: ResponseClass) => boolean {
  const open = new Uint8Array(classes.length);
  for (let i = 0; i < count.length; i++) if (count[i] > 0 && unanswered[i] >= complete) open[classOf[i]] = 1;
  return (responseClass) => open[classes.indexOf(responseClass)] === 0;
}

/** Whether a class has respondents in the domain; all count when adjusted weights tie the classes together. */
function representedIn(
  {count, classOf, classes, projections}: Design,
  domain: Domain,
): (_: ResponseClass, h: number) => boolean {
  if (projections.length > 0) return () => true;
  const represented = new Uint8Array(classes.length);
  for (let i = 0; i < count.length; i++) if (domain[i] && count[i] > 0) represented[classOf[i]] = 1;
  return (_, h) => represented[h] === 1;
}
