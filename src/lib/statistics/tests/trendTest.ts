import {baseOf} from "../base.js";
import {chose, type Domain, everyone, type Responses} from "../column.js";
import {countTable, sum} from "../countTable.js";
import type {Design} from "../design.js";
import {criticalT, twoSidedP} from "../distributions.js";
import {type AtLevel, usualLevel} from "../interval.js";
import {type LinearisedMean, linearisedMean} from "../mean.js";
import {variance} from "../variance.js";
import {type PairOptions, responsesOf} from "./letters.js";

/** The table in which `trendTests` looks for trends. */
export interface TrendOptions extends Omit<PairOptions, "against"> {
  /** Indices of the columns that stand in order. */
  order: readonly number[];
}

/** How the share of one row, or a mean, rises from one column to the next. */
export interface TrendTest {
  row: number;
  /** Of the first and the last column that reach the minimum base. */
  estimates: [number, number];
  /** Indices of these. */
  ends: [number, number];
  /** Weighted least squares, a step from each column to the next. */
  slope: number;
  /** Of the slope, by linearisation. */
  interval(at?: AtLevel): {low: number; high: number};
  t: number;
  degreesOfFreedom: number;
  p: number;
}

/** Of shares of fewer yes or fewer no there is no trend to tell. */
const fewest = 10;

/**
 * The trend over columns in order, a step apart from each other, in every row: the score test of a slope of zero, which for
 * two columns is the test of the pair. None where fewer than three columns have respondents or fewer than
 * two reach the minimum base, nor of shares with fewer than ten respondents in the row or outside it.
 * Source: Rao, Scott and Skinner (1998), Quasi-score tests with survey data, Statistica Sinica 8, 1059-1070; the interval as
 * that of a linear model in Lumley, Complex Surveys (2010), 5.2.
 *
 * @throws LonelyClassError
 */
export function trendTests(design: Design, {order, minimumBase = 10, ...table}: TrendOptions): TrendTest[] {
  const {column, domain = everyone(design.count.length), numbers} = table;
  const steps = column.codes.map((code) => order.indexOf(code));
  const inOrder = domain.map((inside, i) => (inside && steps[i] >= 0 ? 1 : 0));
  const {unweightedBase} = countTable(design, table);
  const enough = order.filter((at) => unweightedBase[at] >= minimumBase);
  if (order.filter((at) => unweightedBase[at] > 0).length < 3 || enough.length < 2) return [];
  const ends: [number, number] = [enough[0], enough[enough.length - 1]];
  return responsesOf(table).flatMap((responses, row) => {
    const all = linearisedMean(design, responses, inOrder);
    if (!numbers && fewestSeen(design, responses, all.domain) < fewest) return [];
    const test = slopeTest(design, responses, all, steps);
    const endOf = (at: number) => linearisedMean(design, responses, chose(domain, column, at)).mean;
    return test ? [{row, ends, estimates: [endOf(ends[0]), endOf(ends[1])], ...test}] : [];
  });
}

/** How many said yes or how many said no, whichever are fewer. */
function fewestSeen({count}: Design, {codes, values}: Responses, domain: Domain): number {
  const inside = count.map((n, i) => (domain[i] ? n : 0));
  const yes = sum(inside.map((n, i) => (n > 0 ? n * values[codes[i]] : 0)));
  return Math.min(yes, sum(inside) - yes);
}

/** Null without degrees of freedom or spread. */
function slopeTest(design: Design, {codes, values}: Responses, all: LinearisedMean, steps: Int32Array) {
  const {count, weight} = design;
  const inside = all.domain;
  const {degreesOfFreedom} = baseOf(design, inside);
  const middle = linearisedMean(
    design,
    {codes: steps, values: [...new Array(Math.max(...steps) + 1).keys()]},
    inside,
  ).mean;
  const [x, y] = [steps.map(Number), codes];
  const of = (each: (dx: number, dy: number) => number) =>
    weight.map((w, i) => (inside[i] ? w * each(x[i] - middle, values[y[i]] - all.mean) : 0));
  const total = (z: Float64Array) => z.reduce((whole, each, i) => whole + count[i] * each, 0);
  const score = of((dx, dy) => dx * dy);
  const standardError = Math.sqrt(variance(design, score, inside));
  if (degreesOfFreedom < 2 || standardError < 1e-12) return null;
  const spread = total(of((dx) => dx * dx));
  const [slope, t, df] = [total(score) / spread, total(score) / standardError, degreesOfFreedom - 1];
  return {
    slope,
    interval: ({level = usualLevel}: AtLevel = {}) => {
      const apart = of((dx, dy) => (dx * (dy - slope * dx)) / spread);
      const reach = criticalT(level, df) * Math.sqrt(variance(design, apart, inside));
      return {low: slope - reach, high: slope + reach};
    },
    t,
    degreesOfFreedom: df,
    p: twoSidedP(t, df),
  };
}
