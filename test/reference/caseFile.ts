import {z} from "zod";
import {InputError} from "../../data-loaders/inputs/inputError.js";
import {parseJson} from "../../data-loaders/inputs/readTable.js";

const level = z.union([z.string(), z.number().transform(String)]);

const columnSchema = z.object({type: z.string(), levels: z.array(level).optional()});

const dataSchema = z.object({
  file: z.string(),
  rows: z.number().int().optional(),
  columns: z.record(z.string(), columnSchema),
});

const caseSchema = z.object({
  id: z.string(),
  data: z.string().nullish(),
  design: z.unknown(),
  statistic: z.string(),
  args: z.unknown(),
  tolerance_rel: z.number().nonnegative(),
  expected: z.record(z.string(), z.unknown()),
});

const fileSchema = z.object({data: z.record(z.string(), dataSchema).default({}), cases: z.array(caseSchema).min(1)});

/** What the file says of a column of its data. */
export type ColumnDescription = z.infer<typeof columnSchema>;

/** What the file says of one of its data files. */
export type DataDescription = z.infer<typeof dataSchema>;

/** One case; `design` and `args` are checked when they are used, so that what is not supported can be skipped. */
export type Case = z.infer<typeof caseSchema>;

/**
 * A file of reference cases.
 *
 * @param file the name that errors say
 * @throws InputError naming the case, the member and the value at fault
 */
export function readCaseFile(text: string, file: string): z.infer<typeof fileSchema> {
  const json = parseJson(text, file);
  const result = fileSchema.safeParse(json);
  if (result.success) return result.data;
  const [{message, path}] = result.error.issues;
  const [list, index, ...member] = path;
  const at = (keys: readonly PropertyKey[]) =>
    keys.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], json);
  const isCase = list === "cases" && index !== undefined;
  throw new InputError(message.toLowerCase(), {
    file,
    row: isCase ? String(at(["cases", index, "id"]) ?? Number(index) + 1) : undefined,
    column: (isCase ? member : path).join(".") || undefined,
    value: at(path) ?? null,
  });
}
