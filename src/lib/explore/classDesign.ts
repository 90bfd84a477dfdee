import {buildDesign, type Design} from "../statistics/design.js";
import type {Answers, Domain} from "../statistics/domain.js";
import {designClasses, type WeightingClass, weightingClasses} from "../weighting.js";
import type {Counts} from "./countRespondents.js";
import type {ExploredClass} from "./explorer.js";

/** The classes that a table’s respondents are weighted in, and where each class of the register went. */
export interface TableClasses {
  classes: readonly WeightingClass[];
  classOf: readonly number[];
}

/**
 * Weights made anew for those who answered what a table is about, N/n of the class; without weights all are one class.
 * Null when nobody is left.
 */
export function tableClasses(
  classes: readonly ExploredClass[],
  counts: Counts,
  {isWeighted}: {isWeighted: boolean},
): TableClasses | null {
  const respondents = keptByClass(counts);
  if (respondents.every((n) => n === 0)) return null;
  if (!isWeighted) return oneClass(classes, respondents);
  return weightingClasses(
    classes.map(({code, label, population}, h) => ({code, label, population, respondents: respondents[h]})),
  );
}

/** All as one class: each counts the same. */
function oneClass(classes: readonly ExploredClass[], respondents: readonly number[]): TableClasses {
  const sizes = classes.map(({population}) => population);
  const population = sizes.every((size) => size !== null) ? sum(sizes) : null;
  const label = {nb: "Alle i én gruppe", en: "All in one group"};
  const n = sum(respondents);
  const responseRate = population === null ? null : n / population;
  return {
    classes: [{code: "all", label, population, respondents: n, responseRate, weight: 1}],
    classOf: classes.map(() => 0),
  };
}

/** By class those who answered, inside or outside. */
function keptByClass({classes, rows, columns, inside, outside}: Counts): number[] {
  return Array.from({length: classes}, (_, h) => {
    let kept = outside[h];
    for (let i = h * rows * columns; i < (h + 1) * rows * columns; i++) kept += inside[i];
    return kept;
  });
}

/** Respondents by merged class, [class][row][column], and by class those outside. */
export function mergedCounts(counts: Counts, {classes, classOf}: TableClasses): Counts {
  if (classes.length === counts.classes) return counts;
  const size = counts.rows * counts.columns;
  const inside = new Float64Array(classes.length * size);
  const outside = new Float64Array(classes.length);
  for (let h = 0; h < counts.classes; h++) {
    outside[classOf[h]] += counts.outside[h];
    for (let i = 0; i < size; i++) inside[classOf[h] * size + i] += counts.inside[h * size + i];
  }
  return {...counts, classes: classes.length, inside, outside};
}

/** A statistic’s input that is as small as it can be: respondents of each class by the answers that it tells apart. */
export interface SmallTally {
  design: Design;
  answers: Answers;
  domain: Domain;
}

/**
 * Respondents of each class by answer, those in the domain and the rest, as a tally for `src/lib/statistics`. However
 * many respondents there are, it has one row a class and answer.
 *
 * @param answered of each class how many gave each answer
 * @param values of each answer
 */
export function smallTally(
  {classes}: TableClasses,
  answered: readonly (readonly number[])[],
  values: readonly number[],
): SmallTally {
  const width = values.length + 1;
  const size = classes.length * width;
  const [count, answers] = [new Float64Array(size), new Float64Array(size)];
  const [domain, classOf] = [new Uint8Array(size), new Int32Array(size)];
  for (const [h, numbers] of answered.entries()) {
    let inside = 0;
    for (const [k, n] of numbers.entries()) {
      const i = h * width + k;
      count[i] = n;
      answers[i] = values[k];
      domain[i] = 1;
      classOf[i] = h;
      inside += n;
    }
    const rest = h * width + values.length;
    count[rest] = classes[h].respondents - inside;
    classOf[rest] = h;
  }
  return {design: designOf(classes, count, classOf), answers, domain};
}

/**
 * The design of a tally of these classes. Alone in its class one takes its deviation from the whole. Each respondent
 * stands for N/n, even where all count the same: shares do not change, and an interval at 0 or 1 rests on how many of the
 * population are missing.
 */
export function designOf(classes: readonly WeightingClass[], count: Float64Array, classOf: Int32Array): Design {
  return buildDesign(count, {classOf, classes: designClasses({classes}), lonely: "adjust"});
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0);
