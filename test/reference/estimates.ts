import {z} from "zod";
import {type Base, baseOf} from "../../src/lib/statistics/base.js";
import {answeredIn, type Domain, type Responses} from "../../src/lib/statistics/column.js";
import type {Design} from "../../src/lib/statistics/design.js";
import {type AtLevel, type Interval, logitInterval, tInterval} from "../../src/lib/statistics/interval.js";
import {type Estimate, type Share, share, total} from "../../src/lib/statistics/mean.js";
import {betaInterval} from "./beyond/betaInterval.js";
import {designEffect, type Replacement} from "./beyond/designEffect.js";
import {kish} from "./beyond/kish.js";
import {multipleResponse} from "./beyond/multipleResponse.js";
import {wilsonInterval} from "./beyond/wilsonInterval.js";
import {answersTo, domainOf, domainSchema} from "./conditions.js";
import {columnOf, numbersOf} from "./frame.js";
import {
  basics,
  type Given,
  indicatorArgs,
  levelSchema,
  limits,
  missingSchema,
  type Statistic,
  statistic,
  survey,
  within,
} from "./given.js";
import {NotSupportedError} from "./outcome.js";
import {reportCi} from "./reportCi.js";

type IndicatorArgs = z.infer<typeof indicatorArgs>;

/** Statistics of one group: shares, totals, means, several boxes, weights. */
export const estimates: Record<string, Statistic> = {
  proportion: statistic(indicatorArgs, (args, given) => {
    const {design, answers, domain} = indicatorOf(args, given);
    const {proportion, standardError, ...base} = shareOrNobody(design, answers, domain);
    return {estimate: proportion, se: standardError, ...basics(base)};
  }),

  ciprop: statistic(indicatorArgs.extend({method: z.string()}), ({method, ...args}, given) => {
    if (!Object.hasOwn(shareIntervals, method)) throw new NotSupportedError(`method ${method}`);
    const {design, answers, domain} = indicatorOf(args, given);
    const estimate = shareOrNobody(design, answers, domain);
    const {proportion, standardError, unweightedBase, degreesOfFreedom} = estimate;
    return {
      estimate: proportion,
      se: standardError,
      ...limits(() =>
        shareIntervals[method](estimate, {level: args.level, respondents: rowsOf(design, domain, answers)}),
      ),
      df: degreesOfFreedom,
      n: unweightedBase,
    };
  }),

  report_ci: statistic(indicatorArgs, (args, given) => {
    const {design, answers, domain} = indicatorOf(args, given);
    const reported = reportCi(design, answers, {domain, level: args.level});
    return {
      estimate: "proportion" in reported ? reported.proportion : null,
      se: "standardError" in reported ? reported.standardError : null,
      ci_low: "interval" in reported ? reported.interval.low : null,
      ci_high: "interval" in reported ? reported.interval.high : null,
      rule: reported.rule,
      ...basics(reported),
    };
  }),

  total: statistic(indicatorArgs, (args, given) => {
    const {design, answers, domain} = indicatorOf(args, given);
    return withInterval(total(design, answers, {domain}), args);
  }),

  mean: statistic(
    z.strictObject({var: z.string(), domain: domainSchema, missing: missingSchema, level: levelSchema}),
    (args, given) => {
      const items = (frame: Given["frame"]) => [numbersOf(frame, args.var)];
      const {frame, design} = survey(given, args.missing, [{items, domain: args.domain}]);
      const {domain} = within(frame, args.domain);
      const {proportion, ...rest} = shareOrNobody(design, items(frame)[0], domain);
      return withInterval({estimate: proportion, ...rest}, args);
    },
  ),

  deff: statistic(indicatorArgs.extend({kind: z.enum(["without", "replace"])}), (args, given) => {
    const {design, answers, domain} = indicatorOf(args, given);
    const estimate = shareOrNobody(design, answers, domain);
    const effect = designEffect(estimate, replacements[args.kind]);
    const {proportion, standardError, unweightedBase} = estimate;
    return {estimate: proportion, se: standardError, deff: effect, n_eff: unweightedBase / effect, ...basics(estimate)};
  }),

  multi: statistic(
    z.strictObject({options: z.array(z.string()).min(1), domain: domainSchema, missing: missingSchema}),
    (args, given) => {
      const items = (frame: Given["frame"]) => args.options.map((name) => numbersOf(frame, name));
      const {frame, design} = survey(given, args.missing, [{items, domain: args.domain}]);
      const base = baseOf(design, items(frame).reduce(answeredIn, domainOf(frame, args.domain)));
      if (base.unweightedBase === 0) return {...boxesOfNobody(design, args.options), ...basics(base)};
      const result = multipleResponse(design, items(frame), within(frame, args.domain));
      return {
        estimate: result.proportion,
        se: result.standardError,
        cov: result.covariance,
        mean_count: result.meanNumber.estimate,
        mean_count_se: result.meanNumber.standardError,
        any: result.any.proportion,
        any_se: result.any.standardError,
        ...basics(result),
      };
    },
  ),

  weights: statistic(z.strictObject({id_col: z.string()}), ({id_col}, given) => {
    const {frame, design} = survey(given, "domain", []);
    const {codes, categories} = columnOf(frame, id_col);
    const {sum, effectiveSize, designEffect: deff} = kish(design.weight);
    return {
      id: Array.from(codes, (code) => categories[code]),
      weights: design.weight,
      sum,
      sum_sq: design.weight.reduce((squares, weight) => squares + weight * weight, 0),
      min: Math.min(...design.weight),
      max: Math.max(...design.weight),
      n_eff_kish: effectiveSize,
      deff_kish: deff,
    };
  }),
};

const shareIntervals: Record<
  string,
  (estimate: Share, options: Required<AtLevel> & {respondents: number}) => Interval
> = {
  mean: ({proportion: estimate, ...rest}, options) => tInterval({estimate, ...rest}, options),
  logit: logitInterval,
  xlogit: logitInterval,
  beta: (estimate, options) => {
    if (estimate.standardError < 1e-12 && estimate.proportion > 0)
      throw new NotSupportedError("method beta at a standard error of 0");
    return betaInterval(estimate, options);
  },
  wilson: wilsonInterval,
};

const replacements: Record<"without" | "replace", Replacement> = {without: "without", replace: "with"};

function indicatorOf(args: IndicatorArgs, given: Given) {
  const items = (frame: Given["frame"]) => [answersTo(frame, args.y)];
  const {frame, design} = survey(given, args.missing, [{items, domain: args.domain}]);
  return {design, answers: items(frame)[0], ...within(frame, args.domain)};
}

function withInterval(estimate: Estimate & Base, {level}: {level: number}) {
  return {
    estimate: estimate.estimate,
    se: estimate.standardError,
    ...limits(() => tInterval(estimate, {level})),
    ...basics(estimate),
  };
}

/** A mean as R’s svymean has it: of nobody 0 with a standard error of 0, or not defined after an adjustment. */
function shareOrNobody(design: Design, answers: Responses, domain: Domain): Share {
  const base = baseOf(design, answeredIn(domain, answers));
  if (base.unweightedBase > 0) return share(design, answers, {domain});
  return {proportion: meanOfNobody(design), standardError: meanOfNobody(design), ...base};
}

function meanOfNobody({residuals}: Design): number {
  return residuals ? Number.NaN : 0;
}

function boxesOfNobody(design: Design, options: readonly string[]) {
  const nothing = meanOfNobody(design);
  const each = options.map(() => nothing);
  return {
    estimate: each,
    se: each,
    cov: options.map(() => each),
    mean_count: nothing,
    mean_count_se: nothing,
    any: nothing,
    any_se: nothing,
  };
}

/** Rows of the design that R’s svyciprop counts: those of the domain, or all of them after an adjustment. */
function rowsOf({count, residuals}: Design, domain: Domain, answers: Responses): number {
  if (residuals) return count.length;
  return answeredIn(domain, answers).reduce((sum, inside) => sum + inside, 0);
}
