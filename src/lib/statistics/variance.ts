import {type Design, type LonelyRule, type ResponseClass, unansweredPart} from "./design.js";
import type {Domain} from "./domain.js";
import {LonelyClassError} from "./errors.js";
import {project} from "./projection.js";

/** A class of which no more than this part is missing counts as complete, so that rounding makes no variance. */
const complete = 1e-7;

/**
 * Covariance matrix of statistics, each given by its linearised contributions: how much every respondent of a row adds
 * to the statistic's deviation, 0 outside the domain.
 *
 *     V = sum over classes h of (1 - n/N) n/(n - 1) sum over all n respondents of h of (z - mean of z in h)^2
 *
 * Respondents outside the domain count in n and in the mean: the size of a subgroup is itself uncertain.
 * Source: Lohr, Sampling: Design and Analysis, 3.2 and 9.1 (linearisation); Woodruff (1971).
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

function weightedProduct({count, classOf}: Design, factors: Float64Array, a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += factors[classOf[i]] * count[i] * a[i] * b[i];
  return sum;
}

/**
 * What the sum of squares of each class is multiplied by, (1 - n/N) n/(n - 1); 0 for a class that adds nothing. NaN when
 * lonely classes should have the average of the others and there are no others.
 */
function classFactors(design: Design, domain: Domain): Float64Array {
  const {classes, lonely} = design;
  const represented = classes.filter(representedIn(design, domain));
  const showing = new Set(represented.filter((each) => isSpreadShown(each, lonely)));
  const scale = represented.length / showing.size;
  const unknown = represented.length > 0 && showing.size === 0;
  return Float64Array.from(classes, (each) =>
    showing.has(each) ? scale * classFactor(each) : unknown ? Number.NaN : 0,
  );
}

/** True when a class enters the sum; false when `average` lets the others stand for it. */
function isSpreadShown(responseClass: ResponseClass, lonely: LonelyRule): boolean {
  if (!isLonely(responseClass)) return true;
  if (lonely === "fail") throw new LonelyClassError(responseClass.name);
  return lonely !== "average";
}

function isLonely(responseClass: ResponseClass): boolean {
  return responseClass.respondents === 1 && unansweredPart(responseClass) >= complete;
}

function classFactor(responseClass: ResponseClass): number {
  const {respondents} = responseClass;
  const missing = unansweredPart(responseClass);
  if (missing < complete) return 0;
  return respondents > 1 ? (missing * respondents) / (respondents - 1) : missing;
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
