import {z} from "zod";
import type {Codebook, Condition, MissingCode, Variable} from "../src/lib/codebook.js";
import {checkCodebook} from "./checkCodebook.js";
import {InputError} from "./inputError.js";
import type {SourceReader} from "./readSource.js";
import {bothLanguages, parseJson} from "./readTable.js";

const code = z.string().regex(/^[a-z0-9]+(_[a-z0-9]+)*$/, "not a code in snake case");
const spellings = z.array(z.string().trim().min(1)).default([]);
const condition: z.ZodType<Condition> = z.strictObject({
  variable: code,
  codes: z.array(z.string().regex(/^(!?[a-z0-9_]+|\d+\+)$/, "not a code, !code or a count such as 2+")).min(1),
});
const category = z.strictObject({code, label: bothLanguages, spellings, headers: spellings.optional()});
const missing: z.ZodType<MissingCode> = z.strictObject({
  code,
  reason: z.enum(["noAnswer", "notAsked", "dontKnow", "refused"]),
  label: bothLanguages,
  spellings,
});

const common = {
  name: code,
  label: bothLanguages,
  question: bothLanguages,
  origin: z.enum(["number", "words", "assumed"]),
  claims: z.array(z.string()).default([]),
  universe: z.array(condition).default([]),
  missing: z.array(missing).default([]),
  headers: spellings,
};
const categories = z.array(category).min(1);

const variable = z.discriminatedUnion("type", [
  ...(["unitNumber", "unitName", "id", "date", "text"] as const).map((type) =>
    z.strictObject({...common, type: z.literal(type)}),
  ),
  z.strictObject({...common, type: z.literal("single"), isOrdered: z.boolean(), categories: categories.min(2)}),
  z.strictObject({...common, type: z.literal("multiple"), categories}),
  z.strictObject({...common, type: z.literal("count"), least: z.int(), greatest: z.int()}),
] as never) as unknown as z.ZodType<Variable>;

const codebook = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "not an id in kebab case"),
  title: bothLanguages,
  note: bothLanguages,
  fieldwork: z.strictObject({from: z.iso.date(), to: z.iso.date()}),
  marks: z.strictObject({chosen: spellings, notChosen: spellings}),
  missing: z.array(missing),
  variables: z.array(variable).min(1),
  contradictions: z
    .array(
      z.strictObject({
        id: z.string().min(1),
        label: bothLanguages,
        when: z.array(condition).min(2),
        unanswer: z.array(z.string()).min(1),
      }),
    )
    .default([]),
  attributes: z.array(z.strictObject({code: z.string(), anyOf: z.array(condition).min(1)})).default([]),
});

/** The codebook of the survey whose report this is. */
export const codebookFile = "codebook/betakomm-2011.json";

/**
 * A survey's codebook. The missing codes at its head hold for every variable, before the variable's own.
 *
 * @throws InputError naming file, variable, column and value of the first defect
 */
export function readCodebook(read: SourceReader, file = codebookFile): Codebook {
  return parseCodebook(read(file), file);
}

/** @throws InputError, as `readCodebook` */
export function parseCodebook(text: string, file: string): Codebook {
  const loose = parseJson(text, file);
  const result = codebook.safeParse(loose);
  if (!result.success) throw defectOf(result.error.issues[0], loose, file);
  const {missing: everywhere, variables, ...rest} = result.data;
  const complete = {
    ...rest,
    variables: variables.map((each) => ({...each, missing: [...each.missing, ...everywhere]})),
  };
  checkCodebook(complete, file);
  return complete;
}

function defectOf(issue: z.core.$ZodIssue, loose: unknown, file: string): InputError {
  const path = issue.code === "unrecognized_keys" ? [...issue.path, ...issue.keys] : issue.path;
  const at = (keys: readonly PropertyKey[]) =>
    keys.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown>)?.[key], loose);
  const [list, index, ...within] = path;
  const named = list === "variables" ? (at([list, index]) as {name?: unknown})?.name : undefined;
  return new InputError(issue.message.toLowerCase(), {
    file,
    row: typeof named === "string" ? named : undefined,
    column: (typeof named === "string" ? within : path).join(".") || undefined,
    value: at(path) ?? null,
  });
}
