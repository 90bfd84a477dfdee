import {readdirSync} from "node:fs";
import {dirname, join} from "node:path";
import {solve} from "yalps";
import {z} from "zod";
import {InputError} from "../../data-loaders/inputs/inputError.js";
import {parseJson} from "../../data-loaders/inputs/readTable.js";
import {extremes, type Row} from "../../src/lib/bounds/program.js";
import {mostEven} from "../../tools/stand-in/maximumEntropy.js";
import {NotSupportedError, type Outcome, outcomeOf} from "./outcome.js";
import {readText} from "./readText.js";
import {groupsOf, printedRows, type ReferenceRow} from "./referenceRows.js";

const event = z.union([z.string().transform((literal) => [literal]), z.array(z.string())]);
const published = z.object({id: z.string(), event, given: event.nullable(), per_cent: z.number()});
const row = z.object({
  name: z.string(),
  coef: z.array(z.number()),
  sense: z.enum(["==", ">=", "<="]),
  rhs: z.number(),
});
const number = z.number().nullable();
const bounds = z.object({min: number, max: number, min_midpoint: number.optional(), max_midpoint: number.optional()});
const shares = z.record(z.string(), number).nullable().default({});
const result = z.object({entropy_nats: number, probabilities: shares, marginals: shares, queries: shares});
const query = z.object({
  id: z.string(),
  event: z.array(z.string()),
  given: z.array(z.string()).nullable(),
  bounds: z.record(z.string(), bounds),
});

const schema = z.object({
  published: z.array(published),
  atoms: z.array(z.looseObject({id: z.string()})),
  constraints: z.record(z.string(), z.array(row)).optional(),
  tolerance_abs: z.number(),
  queries: z.array(query).default([]),
  models_result: z.record(z.string(), result.nullable()).default({}),
});

export type BoundsFile = z.infer<typeof schema>;

/**
 * Checks a file of bounds, or of maximum-entropy distributions, against this project's own.
 *
 * @param file a file of the form of `test/reference/bounds/*.json`
 * @returns one outcome for each query and model, and for each model with a distribution
 * @throws InputError naming file and place when it is not of that form
 */
export function checkBounds(file: string): Outcome[] {
  const reference = readBounds(file);
  const near = [reference, ...filesBeside(file), readBounds(ownReference)].filter((each) => isAlike(each, reference));
  return [
    ...reference.queries.flatMap((each) =>
      Object.entries(each.bounds).map(([model, expected]) =>
        outcomeOf(`${each.id} ${model}`, () => boundsMisses(reference, {query: each, model, expected})),
      ),
    ),
    ...Object.entries(reference.models_result).map(([model, expected]) =>
      outcomeOf(`maximum entropy ${model}`, () => entropyMisses(reference, {model, expected, near})),
    ),
  ];
}

const ownReference = new URL("bounds/bounds.json", import.meta.url).pathname;

/** @throws InputError naming the file, the member and the value at fault */
function readBounds(file: string): BoundsFile {
  const json = parseJson(readText(file), file);
  const read = schema.safeParse(json);
  if (read.success) return read.data;
  const [{message, path}] = read.error.issues;
  const value = path.reduce<unknown>((inner, key) => (inner as Record<PropertyKey, unknown>)?.[key], json);
  throw new InputError(message.toLowerCase(), {file, column: path.join("."), value: value ?? null});
}

/** Other files of bounds in the same folder: a file of distributions does not say what a model takes shares of. */
function filesBeside(file: string): BoundsFile[] {
  const beside = readdirSync(dirname(file)).map((name) => join(dirname(file), name));
  return beside.filter((other) => other.endsWith(".json") && other !== file).flatMap(boundsIfAny);
}

/** What lies beside the file need not be of its form. */
function boundsIfAny(file: string): BoundsFile[] {
  try {
    return [readBounds(file)];
  } catch {
    return [];
  }
}

interface Asked {
  query: z.infer<typeof query>;
  model: string;
  expected: z.infer<typeof bounds>;
}

function boundsMisses(file: BoundsFile, {query: {event, given}, model, expected}: Asked): string[] {
  const rows = file.constraints?.[model];
  if (!rows) throw new NotSupportedError(`model without constraints: ${model}`);
  const part = indicatorOf(event, file);
  const whole = indicatorOf(given ?? [], file);
  const exact = extremes({rows: rows.map(toRow), solve}, part, whole);
  const printed = extremes({rows: printedRows(rows, file.published), solve}, part, whole);
  const got: Record<string, number | null> = {
    min: exact.status === "range" ? exact.low : null,
    max: exact.status === "range" ? exact.high : null,
    min_midpoint: printed.status === "range" ? printed.low : null,
    max_midpoint: printed.status === "range" ? printed.high : null,
  };
  return Object.entries(expected).flatMap(([name, value]) => missOf(name, got[name], value, file.tolerance_abs));
}

interface AskedEntropy {
  model: string;
  expected: z.infer<typeof result> | null;
  near: readonly BoundsFile[];
}

function entropyMisses(file: BoundsFile, {model, expected, near}: AskedEntropy): string[] {
  const rows = equations(file, model, near);
  if (expected === null || expected.entropy_nats === null) {
    return isConsistent(rows) ? ["a distribution where none was expected"] : [];
  }
  const {shares, entropy} = mostEven({rows, solve});
  const sum = (literals: readonly string[]) =>
    indicatorOf(literals, file).reduce((total, is, atom) => total + is * shares[atom], 0);
  const miss = (name: string, got: number | null, value: number | null) => missOf(name, got, value, file.tolerance_abs);
  return [
    ...miss("entropy", entropy, expected.entropy_nats),
    ...file.atoms.flatMap(({id}, atom) => miss(`atom ${id}`, shares[atom], expected.probabilities?.[id] ?? 0)),
    ...Object.entries(expected.marginals ?? {}).flatMap(([code, value]) =>
      miss(`share of ${code}`, sum([code]), value),
    ),
    ...Object.entries(expected.queries ?? {}).flatMap(([id, value]) => {
      const asked = near.flatMap(({queries}) => queries).find((each) => each.id === id);
      if (!asked) throw new NotSupportedError(`no file says what is asked: ${id}`);
      const whole = sum(asked.given ?? []);
      return miss(id, whole === 0 ? null : sum([...asked.event, ...(asked.given ?? [])]) / whole, value);
    }),
  ];
}

/** Every claim as printed; what it is a share of stands in a file of bounds with the same atoms, claims and models. */
function equations(file: BoundsFile, model: string, near: readonly BoundsFile[]): Row[] {
  const other = near.find(({constraints}) => constraints?.[model]);
  if (!other?.constraints) throw new NotSupportedError(`no file says what the model takes shares of: ${model}`);
  return groupsOf(other.constraints[model], other.published).rowsAt(file.published);
}

function isAlike(a: BoundsFile, b: BoundsFile): boolean {
  const idsOf = (rows: readonly {id: string}[]) => String(rows.map(({id}) => id));
  return idsOf(a.atoms) === idsOf(b.atoms) && idsOf(a.published) === idsOf(b.published);
}

function isConsistent(rows: readonly Row[]): boolean {
  const everyone = rows[0].coefficients.map(() => 1);
  return extremes({rows, solve}, everyone, everyone).status === "range";
}

/** 1 for each atom of the file that all literals hold for. */
function indicatorOf(literals: readonly string[], {atoms}: BoundsFile): number[] {
  const holds = (atom: BoundsFile["atoms"][number], literal: string) =>
    literal.startsWith("!") ? !atom[literal.slice(1)] : Boolean(atom[literal]);
  return atoms.map((atom) => Number(literals.every((literal) => holds(atom, literal))));
}

const toRow = ({coef, sense, rhs}: ReferenceRow): Row => ({coefficients: coef, sense, bound: rhs});

function missOf(name: string, got: number | null, expected: number | null, tolerance: number): string[] {
  const isMet = got === null || expected === null ? got === expected : Math.abs(got - expected) <= tolerance;
  return isMet ? [] : [`${name} is ${got}, expected ${expected}`];
}
