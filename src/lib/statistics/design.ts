import {ClassWithoutRespondentsError, OverfullClassError} from "./errors.js";
import type {Projection} from "./projection.js";

/** A response class: a group in which who answered is taken to be as if drawn at random. */
export interface ResponseClass {
  name: string;
  /** n, those who answered. */
  respondents: number;
  /** N, all there are; null if unknown, which is to say without end. */
  population: number | null;
}

/**
 * What to do with a class of a single respondent whose population is larger, for it shows no spread: `fail`; `adjust`,
 * take its deviation from the whole instead of from its own mean; `certainty` or `remove`, add nothing; `average`, add
 * as much as the other classes do on average.
 */
export type LonelyRule = "fail" | "adjust" | "certainty" | "remove" | "average";

/** How the rows of a tally stand for a population. Arrays are as long as the tally. */
export interface Design {
  /** Respondents in each row. */
  count: Float64Array;
  /** How many of the population each respondent in the row stands for. */
  weight: Float64Array;
  /**
   * The part of those that each respondent in the row stands for that did not answer, 0 to 1: by default 1 - n/N of the
   * class; 1 where N is unknown, and for tests, which ask about the process behind the answers.
   */
  unanswered: Float64Array;
  /** The class of each row, an index into `classes`. */
  classOf: Int32Array;
  classes: readonly ResponseClass[];
  /** What weights adjusted to known totals take out of the variance, in the order of the adjustments. */
  projections: readonly Projection[];
  lonely: LonelyRule;
}

export interface DesignOptions {
  /** Default: all in one class. */
  classOf?: Int32Array;
  /** Default: one class of unknown population. */
  classes?: readonly Pick<ResponseClass, "name" | "population">[];
  /** Default: N/n of the class, or 1 where N is unknown. */
  weight?: Float64Array;
  /** Default: 1 - n/N of the class, or 1 where N is unknown. */
  unanswered?: Float64Array;
  /** Default: "fail". */
  lonely?: LonelyRule;
}

/**
 * The design of respondents who answered by themselves, in classes.
 * Source: Lohr, Sampling: Design and Analysis, ch. 3 (stratified) and 8.5 (weighting-class adjustment).
 *
 * @param count respondents in each row of the tally
 * @throws ClassWithoutRespondentsError, OverfullClassError naming the class
 */
export function buildDesign(
  count: Float64Array,
  {
    classOf = new Int32Array(count.length),
    classes = [{name: "all", population: null}],
    weight,
    unanswered,
    lonely = "fail",
  }: DesignOptions = {},
): Design {
  const counted = countClasses(count, classOf, classes);
  return {
    count,
    weight: weight ?? expansionWeight(classOf, counted),
    unanswered: unanswered ?? Float64Array.from(classOf, (h) => unansweredPart(counted[h])),
    classOf,
    classes: counted,
    projections: [],
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

/** The part of a class that did not answer, 1 - n/N: 0 when all answered, 1 when N is unknown. */
function unansweredPart({respondents, population}: ResponseClass): number {
  return population === null ? 1 : (population - respondents) / population;
}

function countClasses(
  count: Float64Array,
  classOf: Int32Array,
  classes: readonly Pick<ResponseClass, "name" | "population">[],
): ResponseClass[] {
  const respondents = new Float64Array(classes.length);
  for (let i = 0; i < count.length; i++) respondents[classOf[i]] += count[i];
  return classes.map(({name, population}, h) => checkClass({name, respondents: respondents[h], population}));
}

function checkClass(responseClass: ResponseClass): ResponseClass {
  const {name, respondents, population} = responseClass;
  if (respondents === 0) throw new ClassWithoutRespondentsError(name);
  if (population !== null && population < respondents) throw new OverfullClassError(name, respondents, population);
  return responseClass;
}

function expansionWeight(classOf: Int32Array, classes: readonly ResponseClass[]): Float64Array {
  const weightOf = classes.map(({respondents, population}) => (population === null ? 1 : population / respondents));
  return Float64Array.from(classOf, (h) => weightOf[h]);
}
