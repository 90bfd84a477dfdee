import {z} from "zod";
import {InputError} from "../../data-loaders/inputs/inputError.js";
import {calibrate} from "../../src/lib/statistics/calibration/calibrate.js";
import type {Margin} from "../../src/lib/statistics/calibration/margin.js";
import type {Column} from "../../src/lib/statistics/column.js";
import {buildDesign, type Design, type DesignOptions} from "../../src/lib/statistics/design.js";
import {interaction} from "./beyond/tallyRows.js";
import {completeCategories, completeNumbersOf, type Frame} from "./frame.js";
import {NotSupportedError} from "./outcome.js";
import {parsePart} from "./parse.js";

const names = z.union([z.string().transform((name) => [name]), z.array(z.string())]);
const someNames = names.nullish().transform((given) => given ?? []);
const populationSchema = z.record(z.string(), z.array(z.union([z.string(), z.number()])));
const marginSchema = z.strictObject({vars: names, population: populationSchema});

const designSchema = z.strictObject({
  ids: someNames,
  strata: someNames,
  weights: someNames,
  fpc: someNames,
  nest: z.boolean().nullish(),
  lonely_psu: z.enum(["fail", "adjust"]).nullish(),
  adjust: z
    .array(z.looseObject({type: z.string()}))
    .nullish()
    .transform((steps) => steps ?? []),
});

type DesignDescription = z.infer<typeof designSchema>;
type MarginDescription = z.infer<typeof marginSchema>;

/**
 * The design that a case describes, of the rows of a frame.
 *
 * @throws NotSupportedError on clusters, several stages and adjustments that are not known; InputError on wrong values
 */
export function designOf(frame: Frame, described: unknown): Design {
  const description = parsePart(designSchema, described, "design");
  checkUnclustered(frame, description);
  const count = new Float64Array(frame.rows).fill(1);
  const design = buildDesign(count, {
    ...classesOf(frame, description),
    weight: weightsOf(frame, single(description.weights, "weights columns")),
    lonely: description.lonely_psu ?? "fail",
  });
  return description.adjust.reduce((adjusted, step) => adjust(adjusted, frame, step), design);
}

function checkUnclustered(frame: Frame, {ids, strata, nest}: DesignDescription): void {
  if (ids.length === 0) return;
  const within = nest ? strata : [];
  const units = interaction([...within, ...ids].map((name) => completeCategories(frame, name)));
  if (ids.length > 1 || new Set(units.codes).size < frame.rows)
    throw new NotSupportedError(`clusters: ${ids.join(", ")}`);
}

function classesOf(frame: Frame, {strata, fpc}: DesignDescription): Pick<DesignOptions, "classOf" | "classes"> {
  const populationColumn = single(fpc, "fpc stages");
  const stratum = single(strata, "strata stages");
  const {codes, categories} = stratum ? occurring(completeCategories(frame, stratum)) : everyoneIn(frame);
  const populations = populationColumn ? populationOf(frame, populationColumn, codes) : null;
  return {
    classOf: codes,
    classes: categories.map((name, h) => ({name, population: populations?.[h] ?? null})),
  };
}

function everyoneIn(frame: Frame): Column {
  return {codes: new Int32Array(frame.rows), categories: frame.rows > 0 ? ["all"] : []};
}

/** A column without the categories that nobody has. */
function occurring({codes, categories}: Column): Column {
  const found = [...new Set(codes)].sort((a, b) => a - b);
  const codeOf = new Map(found.map((code, i) => [code, i]));
  return {codes: codes.map((code) => codeOf.get(code) as number), categories: found.map((code) => categories[code])};
}

/** Population of each class. */
function populationOf(frame: Frame, name: string, classOf: Int32Array): number[] {
  const populations: number[] = [];
  for (const [i, value] of completeNumbersOf(frame, name).entries()) {
    if (value < 1) throw new NotSupportedError(`fpc ${name} as a fraction: ${value}`);
    const known = populations[classOf[i]] ?? value;
    if (known !== value) throw new NotSupportedError(`fpc ${name} that varies within a stratum: ${known}, ${value}`);
    populations[classOf[i]] = value;
  }
  return populations;
}

function weightsOf(frame: Frame, name: string | undefined): Float64Array | undefined {
  if (name === undefined) return undefined;
  const weights = completeNumbersOf(frame, name);
  const wrong = weights.findIndex((weight) => weight < 0);
  if (wrong >= 0)
    throw new InputError("negative weight", {file: frame.file, row: wrong + 2, column: name, value: weights[wrong]});
  return weights;
}

function single(columns: readonly string[], what: string): string | undefined {
  if (columns.length > 1) throw new NotSupportedError(`several ${what}: ${columns.join(", ")}`);
  return columns[0];
}

const steps: Record<string, (design: Design, frame: Frame, step: unknown) => Design> = {
  postStratify: (design, frame, step) => {
    const schema = marginSchema.extend({type: z.string(), partial: z.boolean().nullish()});
    const {partial, ...margin} = parsePart(schema, step, "postStratify");
    return calibrate(design, [marginOf(frame, margin, {isPartial: partial ?? false})]);
  },
  rake: (design, frame, step) => {
    const schema = z.strictObject({
      type: z.string(),
      margins: z.array(marginSchema).min(1),
      epsilon: z.number().nullish(),
      maxit: z.number().int().positive().nullish(),
    });
    const {margins, epsilon, maxit} = parsePart(schema, step, "rake");
    const described = margins.map((margin) => marginOf(frame, margin, {isPartial: false}));
    return calibrate(design, described, {epsilon: epsilon ?? 1e-12, rounds: maxit ?? 10});
  },
};

function adjust(design: Design, frame: Frame, step: {type: string}): Design {
  // R gives a respondent of weight 0 the residual of one of weight 1.
  if (design.weight.includes(0)) throw new NotSupportedError("adjustment of weights of 0");
  if (!Object.hasOwn(steps, step.type)) throw new NotSupportedError(`adjust step ${step.type}`);
  return steps[step.type](design, frame, step);
}

/** The margin’s cells with their population; those without respondents only when they are to be an error. */
function marginOf(frame: Frame, {vars, population}: MarginDescription, {isPartial}: {isPartial: boolean}): Margin {
  const {codes, categories} = occurring(interaction(vars.map((name) => completeCategories(frame, name))));
  const known = populationByCell(vars, population);
  const found = new Set(categories);
  const empty = isPartial ? [] : [...known.keys()].filter((cell) => !found.has(cell));
  const all = [...categories, ...empty];
  return {cells: {codes, categories: all}, population: all.map((cell) => known.get(cell) ?? null)};
}

function populationByCell(vars: readonly string[], population: MarginDescription["population"]): Map<string, number> {
  const unknown = Object.keys(population).filter((key) => key !== "Freq" && !vars.includes(key));
  if (unknown.length > 0) throw new NotSupportedError(`population by ${unknown.join(", ")}`);
  const cells = new Map<string, number>();
  for (const [i, size] of (population.Freq ?? []).entries()) {
    const cell = vars.map((name) => population[name]?.[i]).join(", ");
    if (cells.has(cell)) throw new Error(`population given twice: ${cell}`);
    cells.set(cell, Number(size));
  }
  return cells;
}
