import {z} from "zod";
import {type Domain, indicator, noAnswer, type Responses} from "../../src/lib/statistics/column.js";
import {columnOf, type Frame} from "./frame.js";
import {NotSupportedError} from "./outcome.js";

const value = z.union([z.string(), z.number()]);

/** Which rows are meant: by the values of a variable, by comparison with one, or by other conditions. */
export type Condition =
  | {var: string; in: (string | number)[]}
  | {var: string; op: string; value: string | number}
  | {and: Condition[]}
  | {or: Condition[]}
  | {not: Condition};

export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({var: z.string(), in: z.union([z.array(value), value.transform((one) => [one])])}),
    z.strictObject({var: z.string(), op: z.string(), value}),
    z.strictObject({and: z.array(conditionSchema).min(1)}),
    z.strictObject({or: z.array(conditionSchema).min(1)}),
    z.strictObject({not: conditionSchema}),
  ]),
);

/** Conditions joined by AND; none means everyone. */
export const domainSchema = z
  .union([z.array(conditionSchema), conditionSchema.transform((one) => [one])])
  .nullish()
  .transform((conditions) => conditions ?? []);

/** 1 where the condition holds, 0 where not, no response where any variable in it is missing. */
export function answersTo(frame: Frame, condition: Condition): Responses {
  if ("and" in condition) return combine(frame, condition.and, (truths) => truths.every(Boolean));
  if ("or" in condition) return combine(frame, condition.or, (truths) => truths.some(Boolean));
  if ("not" in condition) return combine(frame, [condition.not], ([truth]) => !truth);
  return "in" in condition ? isAmong(frame, condition.var, condition.in) : compare(frame, condition);
}

/** 1 inside the domain, 0 outside, no response where that is not known. */
export function membership(frame: Frame, domain: readonly Condition[]): Responses {
  return combine(frame, domain, (truths) => truths.every(Boolean));
}

/** Those who are known to be inside. */
export function domainOf(frame: Frame, domain: readonly Condition[]): Domain {
  const {codes, values} = membership(frame, domain);
  return Uint8Array.from(codes, (code) => (code >= 0 && values[code] === 1 ? 1 : 0));
}

function combine(frame: Frame, conditions: readonly Condition[], join: (truths: boolean[]) => boolean): Responses {
  const parts = conditions.map((condition) => answersTo(frame, condition));
  const codes = Int32Array.from({length: frame.rows}, (_, i) => {
    if (parts.some((part) => part.codes[i] < 0)) return noAnswer;
    return Number(join(parts.map((part) => part.values[part.codes[i]] === 1)));
  });
  return {codes, values: [0, 1]};
}

function isAmong(frame: Frame, name: string, wanted: readonly (string | number)[]): Responses {
  const column = columnOf(frame, name);
  const isNumber = column.type === "number";
  const texts = new Set(
    wanted.map((one) => (isNumber && String(one).trim() !== "" ? String(Number(one)) : String(one))),
  );
  const chosen = column.categories.flatMap((category, code) => (texts.has(category) ? [code] : []));
  return indicator(column, chosen);
}

const comparisons: Record<string, (a: number, b: number) => boolean> = {
  "==": (a, b) => a === b,
  "!=": (a, b) => a !== b,
  "<": (a, b) => a < b,
  "<=": (a, b) => a <= b,
  ">": (a, b) => a > b,
  ">=": (a, b) => a >= b,
};

function compare(frame: Frame, {var: name, op, value: other}: Extract<Condition, {op: string}>): Responses {
  const column = columnOf(frame, name);
  if (!(op in comparisons)) throw new NotSupportedError(`operator ${op}`);
  if (column.type === "number") {
    const limit = Number(other);
    if (Number.isNaN(limit)) throw new NotSupportedError(`${name} ${op} ${other}, for it is a number`);
    return {
      codes: column.codes,
      values: column.categories.map((number) => Number(comparisons[op](Number(number), limit))),
    };
  }
  if (op === "==") return isAmong(frame, name, [other]);
  if (op === "!=") return combine(frame, [{var: name, in: [other]}], ([truth]) => !truth);
  throw new NotSupportedError(`operator ${op} on ${name}, for it is a ${column.type}`);
}
