import type {z} from "zod";
import {uncapital} from "../../src/lib/language/text.js";
import {InputError, type Whereabouts} from "./inputError.js";

/**
 * What a schema refuses, as an error that shows each value as the file writes it.
 *
 * @param issue what the schema says; its path leads to the value at fault
 * @param checked what was checked
 * @param at the file, and the row that was checked
 */
export function schemaDefect(
  issue: z.core.$ZodIssue,
  checked: unknown,
  at: Pick<Whereabouts, "file" | "row">,
): InputError {
  const path = pathOf(issue);
  const known = knownIn(issue);
  return new InputError(known ? notOneOf(known) : uncapital(issue.message), {
    ...at,
    column: path.join(".") || undefined,
    value: valueAt(checked, path) ?? null,
    known: known && known.length > 1 ? known : [],
  });
}

/** Where the fault is: an unknown field counts as a place of its own. */
export function pathOf(issue: z.core.$ZodIssue): readonly PropertyKey[] {
  return issue.code === "unrecognized_keys" ? [...issue.path, ...issue.keys] : issue.path;
}

export function valueAt(from: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key], from);
}

/** The codes that are allowed at a place, where a schema lists them. */
function knownIn(issue: z.core.$ZodIssue): string[] | undefined {
  if (issue.code === "invalid_value") return issue.values.map(String);
  return "options" in issue && Array.isArray(issue.options) ? issue.options.map(String) : undefined;
}

function notOneOf(known: readonly string[]): string {
  const listed = known.map((code) => JSON.stringify(code)).join(", ");
  return known.length === 1 ? `not ${listed}` : `not one of ${listed}`;
}
