import type {z} from "zod";
import {NotSupportedError} from "./outcome.js";

/**
 * Part of a case as a typed value.
 *
 * @param part what errors call it, such as `args`
 * @throws NotSupportedError on a member, a choice or a form that is not known; Error naming the member and the value at fault otherwise
 */
export function parsePart<T>(schema: z.ZodType<T>, value: unknown, part: string): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const path = [part, ...issue.path.map(String)];
  if (issue.code === "unrecognized_keys") throw new NotSupportedError([...path, ...issue.keys].join("."));
  const wrong = issue.path.reduce<unknown>((inner, key) => (inner as Record<PropertyKey, unknown>)?.[key], value);
  if (issue.code === "invalid_value" || issue.code === "invalid_union")
    throw new NotSupportedError(`${path.join(".")} ${JSON.stringify(wrong)}`);
  throw new Error(`${issue.message.toLowerCase()}: ${JSON.stringify(wrong) ?? "nothing"} (${path.join(".")})`);
}
