import {ClassWithoutRespondentsError, OverfullClassError} from "./errors.js";

/** A response class, or a stratum: a group in which who answered is taken to be as if drawn at random. */
export interface ResponseClass {
  name: string;
  /** n, those who answered; of a design with clusters how many clusters. */
  respondents: number;
  /** N, all there are, of respondents or of clusters; null if unknown, which is to say without end. */
  population: number | null;
}

/** How the rows of a tally stand for a population. Arrays are as long as the tally. */
export interface Design {
  /** Respondents in each row. */
  count: Float64Array;
  /** How many of the population each respondent in the row stands for. */
  weight: Float64Array;
  /**
   * Where respondents of a row do not weigh the same: the mean of the squares of their weights over the square of the mean,
   * less 1, by row; `weight` is then the mean.
   */
  spread?: Float64Array;
  /**
   * The part of those that each respondent in the row stands for that did not answer, 0 to 1: by default 1 - n/N of the
   * class; 1 where N is unknown, and for tests, which ask about the process behind the answers.
   */
  unanswered: Float64Array;
  /** The class of each row, an index into `classes`. */
  classOf: Int32Array;
  classes: readonly ResponseClass[];
  /**
   * The cluster that the respondents of each row were drawn in, numbered from 0, each within one class; left out where they
   * were drawn one by one.
   */
  clusterOf?: Int32Array;
  /**
   * What to do with a class of a single respondent, or cluster, that also stands for others, for it shows no spread: `fail`,
   * or `adjust`, take its deviation from the whole instead of from its own mean.
   */
  lonely: "fail" | "adjust";
  /**
   * What contributions leave unexplained, where weights are calibrated to known totals: the variance is that of these.
   * Source: Särndal, Swensson and Wretman, Model Assisted Survey Sampling, ch. 6.
   */
  residuals?: (contributions: Float64Array) => Float64Array;
}

/** All are by row but `classes`. */
export interface DesignOptions
  extends Partial<Pick<Design, "classOf" | "clusterOf" | "lonely" | "spread" | "unanswered" | "weight">> {
  /** Default: one class of unknown population. */
  classes?: readonly Pick<ResponseClass, "name" | "population">[];
}

/**
 * The design of respondents who answered by themselves, in classes: each stands for N/n of its class, or for 1 where N is
 * unknown. With clusters, n and N are of clusters.
 * Source: Lohr, Sampling: Design and Analysis, ch. 3 (stratified), 5 (clusters) and 8.5 (weighting-class adjustment).
 *
 * @param count respondents in each row of the tally
 * @throws ClassWithoutRespondentsError, OverfullClassError naming the class
 */
export function buildDesign(
  count: Float64Array,
  {
    classOf = new Int32Array(count.length),
    classes = [{name: "all", population: null}],
    clusterOf,
    weight,
    spread,
    unanswered,
    lonely = "fail",
  }: DesignOptions = {},
): Design {
  const counted = countClasses(count, {classOf, clusterOf}, classes);
  const ofClass = (value: (n: number, N: number | null) => number) =>
    Float64Array.from(classOf, (h) => value(counted[h].respondents, counted[h].population));
  return {
    count,
    weight: weight ?? ofClass((n, N) => (N === null ? 1 : N / n)),
    unanswered: unanswered ?? ofClass((n, N) => (N === null ? 1 : (N - n) / N)),
    classOf,
    classes: counted,
    ...(clusterOf && {clusterOf}),
    ...(spread && {spread}),
    lonely,
  };
}

/**
 * The design of respondents whose weights say how likely each was to answer: 1 in w. Those of weight 1 are certain and add
 * no variance. Source: Brewer (2002), Combined Survey Sampling Inference, ch. 9; in R `svydesign(fpc = ~I(1/w),
 * pps = "brewer")`.
 */
export function designOfWeights(
  count: Float64Array,
  weight: Float64Array,
  {classOf, classes}: Required<Pick<DesignOptions, "classOf" | "classes">>,
): Design {
  const unanswered = weight.map((w) => (w > 0 ? 1 - 1 / w : 0));
  return buildDesign(count, {classOf, classes, weight, unanswered, lonely: "adjust"});
}

/** The same respondents as a sample of the process behind their answers, which has no end. */
export function ofProcess(design: Design): Design {
  return {...design, unanswered: new Float64Array(design.count.length).fill(1)};
}

function countClasses(
  count: Float64Array,
  {classOf, clusterOf}: Pick<Design, "classOf" | "clusterOf">,
  classes: readonly Pick<ResponseClass, "name" | "population">[],
): ResponseClass[] {
  const answered = new Float64Array(classes.length);
  const seen = new Set<number>();
  for (let i = 0; i < count.length; i++) {
    const isNew = clusterOf !== undefined && count[i] > 0 && !seen.has(clusterOf[i]);
    if (isNew) seen.add(clusterOf[i]);
    answered[classOf[i]] += clusterOf === undefined ? count[i] : Number(isNew);
  }
  return classes.map(({name, population}, h) => {
    const respondents = answered[h];
    if (respondents === 0) throw new ClassWithoutRespondentsError(name);
    if (population !== null && population < respondents) throw new OverfullClassError(name, respondents, population);
    return {name, respondents, population};
  });
}
