import {z} from "zod";
import {baseOf} from "../../src/lib/statistics/base.js";
import {answeredIn} from "../../src/lib/statistics/column.js";
import {answeredBoth, chosenOf, countTable, type TwoWay} from "../../src/lib/statistics/countTable.js";
import type {Design} from "../../src/lib/statistics/design.js";
import {EmptyBaseError} from "../../src/lib/statistics/errors.js";
import {tInterval} from "../../src/lib/statistics/interval.js";
import type {PairOptions} from "../../src/lib/statistics/tests/letters.js";
import {raoScott} from "../../src/lib/statistics/tests/raoScott.js";
import {crosstab} from "./beyond/crosstab.js";
import {type Compared, type Difference, difference} from "./beyond/difference.js";
import {lettersBy} from "./beyond/lettersBy.js";
import {answersTo, type Condition, conditionSchema, domainOf, domainSchema} from "./conditions.js";
import {columnOf, type Frame} from "./frame.js";
import {type Given, levelSchema, limits, missingSchema, type Statistic, statistic, survey, within} from "./given.js";
import {NotSupportedError} from "./outcome.js";

const tableArgs = z.strictObject({row: z.string(), col: z.string(), domain: domainSchema, missing: missingSchema});

const comparedSchema = z.strictObject({y: conditionSchema, domain: domainSchema});

/** Statistics of several groups: tables, tests, differences, letters. */
export const tables: Record<string, Statistic> = {
  crosstab: statistic(tableArgs, (args, given) => {
    const {design, table} = tableOf(args, given);
    const {unweightedCount, count, proportion, standardError, unweightedBase} = crosstab(design, table);
    return {
      row_levels: table.row.categories,
      col_levels: table.column.categories,
      n: unweightedCount,
      N_hat: count,
      col_proportion: proportion,
      col_proportion_se: standardError,
      col_base_n: unweightedBase,
      total_base_n: unweightedBase.reduce((sum, n) => sum + n, 0),
    };
  }),

  chisq: statistic(tableArgs.extend({statistic: z.string().default("F")}), ({statistic: kind, ...args}, given) => {
    if (kind !== "F") throw new NotSupportedError(`chisq statistic ${kind}`);
    const {design, table} = tableOf(args, given);
    const test = raoScott(design, table);
    const isDefined = everyLevelChosen(design, table);
    return {
      statistic: test && isDefined ? test.f : null,
      ndf: test?.numeratorDegrees ?? null,
      ddf: test?.denominatorDegrees ?? null,
      p: test && isDefined ? test.p : null,
      df_design: baseOf(design, answeredBoth(table)).degreesOfFreedom,
    };
  }),

  diff: statistic(
    z.strictObject({a: comparedSchema, b: comparedSchema, missing: missingSchema, level: levelSchema}),
    ({a, b, missing, level}, given) => {
      const {frame, design} = survey(given, missing, [asked(a), asked(b)]);
      const result = difference(design, comparedOf(frame, a), comparedOf(frame, b));
      const [estimate_a, estimate_b] = result.proportions;
      return {...testOf(result, level), se: result.standardError, estimate_a, estimate_b};
    },
  ),

  ttest: statistic(
    z.strictObject({
      y: conditionSchema,
      group: conditionSchema,
      domain: domainSchema,
      missing: missingSchema,
      level: levelSchema,
    }),
    ({y, group, domain, missing, level}, given) => {
      const items = (frame: Frame) => [answersTo(frame, y), answersTo(frame, group)];
      const {frame, design} = survey(given, missing, [{items, domain}]);
      const [inGroup, others] = [group, {not: group}].map((condition) => ({y, domain: [...domain, condition]}));
      try {
        return testOf(difference(design, comparedOf(frame, inGroup), comparedOf(frame, others)), level);
      } catch (error) {
        if (!(error instanceof EmptyBaseError)) throw error;
        const {degreesOfFreedom: df} = baseOf(design, items(frame).reduce(answeredIn, domainOf(frame, domain)));
        return {estimate: null, t: null, df, p: null, ci_low: null, ci_high: null};
      }
    },
  ),

  letters: statistic(
    tableArgs.extend({
      adjust: z.enum(["holm", "bonferroni", "BH"]),
      family: z.enum(["table", "row"]),
      min_base: z.number().default(10),
      alpha: z.number().default(0.05),
    }),
    ({adjust, family, min_base, alpha, ...args}, given) => {
      const {design, table} = tableOf(args, given);
      if (table.column.categories.length > 26) throw new NotSupportedError("letters of more than 26 columns");
      const options: PairOptions & {alpha: number} = {...table, minimumBase: min_base, alpha};
      const result = lettersBy(design, {...options, adjust, family});
      return {
        row_levels: table.row.categories,
        col_levels: table.column.categories,
        tests: result.tests.map(({row, a, b, estimates, t, degreesOfFreedom, p, adjustedP}) => ({
          row: table.row.categories[row],
          a: table.column.categories[a],
          b: table.column.categories[b],
          p_a: estimates[0],
          p_b: estimates[1],
          t,
          df: degreesOfFreedom,
          p,
          p_adj: adjustedP,
        })),
        letters: result.letters,
      };
    },
  ),
};

function tableOf(args: z.infer<typeof tableArgs>, given: Given): {design: Design; table: Required<TwoWay>} {
  const items = (frame: Frame) => [args.row, args.col].map((name) => columnOf(frame, name));
  const {frame, design} = survey(given, args.missing, [{items, domain: args.domain}]);
  const [row, column] = [args.row, args.col].map((name) => columnOf(frame, name));
  return {design, table: {row, column, ...within(frame, args.domain)}};
}

/** R’s svychisq keeps levels that nobody chose in Pearson’s sum, which then has 0/0 in it; ours leaves them out. */
function everyLevelChosen(design: Design, table: TwoWay): boolean {
  const {rows, columns} = chosenOf(countTable(design, table));
  return rows.length === table.row.categories.length && columns.length === table.column.categories.length;
}

type ComparedDescription = {y: Condition; domain: Condition[]};

function asked({y, domain}: ComparedDescription) {
  return {items: (frame: Frame) => [answersTo(frame, y)], domain};
}

function comparedOf(frame: Frame, {y, domain}: ComparedDescription): Compared {
  return {answers: answersTo(frame, y), ...within(frame, domain)};
}

function testOf(result: Difference, level: number) {
  const {estimate, degreesOfFreedom, test} = result;
  return {
    estimate,
    t: test?.t ?? null,
    df: degreesOfFreedom,
    p: test?.p ?? null,
    ...limits(() => tInterval(result, {level})),
  };
}
