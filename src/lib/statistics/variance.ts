import type {Domain} from "./column.js";
import type {Design} from "./design.js";
import {LonelyClassError} from "./errors.js";

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
 * Respondents outside the domain count in n and in the mean: the size of a subgroup is itself uncertain. Of a design with
 * clusters z is the sum in a cluster, and n counts clusters.
 * Source: Lohr, Sampling: Design and Analysis, 3.2, 5.2 and 9.1 (linearisation); Woodruff (1971); for unequal f Brewer (2002).
 *
 * @param domain whom the statistics are about
 * @throws LonelyClassError naming a class of the domain with one respondent, where the design says `fail`
 */
export function covariance(design: Design, contributions: readonly Float64Array[], domain: Domain): number[][] {
  checkLonely(design, domain);
  const drawn = drawnIn(design);
  const sums = contributions.map((z) => drawn.summed(design.residuals?.(z) ?? z));
  const deviations = sums.map((z) => classDeviations(drawn, z));
  const matrix = deviations.map(() => new Array<number>(deviations.length).fill(0));
  for (const [i, a] of deviations.entries()) {
    for (let j = 0; j <= i; j++)
      matrix[i][j] = matrix[j][i] = weightedProduct(drawn, a, deviations[j]) + productWithin(drawn, sums[i], sums[j]);
  }
  return matrix;
}

/** The variance of one statistic; see `covariance`. */
export function variance(design: Design, contributions: Float64Array, domain: Domain): number {
  return covariance(design, [contributions], domain)[0][0];
}

/** Adjusted weights tie the classes together: then those outside the domain count too. */
function checkLonely({count, classOf, classes, unanswered, lonely, residuals}: Design, domain: Domain): void {
  if (lonely === "adjust") return;
  for (const [i, h] of classOf.entries()) {
    const isCounted = count[i] > 0 && unanswered[i] >= complete && (domain[i] === 1 || residuals !== undefined);
    if (isCounted && classes[h].respondents === 1) throw new LonelyClassError(classes[h].name);
  }
}

/** What was drawn by itself: respondents, or clusters of them, each of which then is a row. */
interface Drawn extends Pick<Design, "count" | "classOf" | "classes" | "unanswered" | "spread"> {
  /** Contributions of the rows of a design as those of what was drawn. */
  summed(contributions: Float64Array): Float64Array;
}

function drawnIn({count, classOf, classes, clusterOf, unanswered, spread}: Design): Drawn {
  if (!clusterOf) return {count, classOf, classes, unanswered, spread, summed: (z) => z};
  const clusters = clusterOf.reduce((most, cluster) => Math.max(most, cluster), -1) + 1;
  const [size, left] = [new Float64Array(clusters), new Float64Array(clusters)];
  const classOfCluster = new Int32Array(clusters);
  for (let i = 0; i < count.length; i++) {
    const cluster = clusterOf[i];
    if (count[i] > 0) size[cluster] = 1;
    classOfCluster[cluster] = classOf[i];
    left[cluster] = unanswered[i];
  }
  const summed = (z: Float64Array) => {
    const sums = new Float64Array(clusters);
    for (let i = 0; i < z.length; i++) sums[clusterOf[i]] += count[i] * z[i];
    return sums;
  };
  return {count: size, classOf: classOfCluster, classes, unanswered: left, summed};
}

/** Each contribution less the mean of its class; that of a respondent, or cluster, alone in its class as it is. */
function classDeviations({count, classOf, classes}: Drawn, z: Float64Array): Float64Array {
  const mean = new Float64Array(classes.length);
  for (let i = 0; i < z.length; i++) mean[classOf[i]] += count[i] * z[i];
  for (const [h, {respondents}] of classes.entries()) mean[h] = respondents === 1 ? 0 : mean[h] / respondents;
  return z.map((each, i) => each - mean[classOf[i]]);
}

/** What respondents of a row differ from its mean, since contributions go with their weights; in a cluster they are summed. */
function productWithin({count, classOf, classes, unanswered, spread}: Drawn, a: Float64Array, b: Float64Array): number {
  if (!spread) return 0;
  const factors = factorsOf(classes);
  let sum = 0;
  for (let i = 0; i < a.length; i++)
    if (unanswered[i] >= complete) sum += factors[classOf[i]] * unanswered[i] * count[i] * spread[i] * a[i] * b[i];
  return sum;
}

const factorsOf = (classes: Drawn["classes"]) => classes.map(({respondents: n}) => (n === 1 ? 1 : n / (n - 1)));

function weightedProduct({count, classOf, classes, unanswered}: Drawn, a: Float64Array, b: Float64Array): number {
  const factors = factorsOf(classes);
  let sum = 0;
  for (let i = 0; i < a.length; i++) {
    if (unanswered[i] >= complete) sum += factors[classOf[i]] * unanswered[i] * count[i] * a[i] * b[i];
  }
  return sum;
}
