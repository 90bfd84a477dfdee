import {z} from "zod";
import {isSameNumbers} from "../checks/numbersOf.js";

/** The same text in both languages, neither empty, with the same numbers in both. */
export const bothLanguages = z
  .strictObject({nb: z.string().trim().min(1), en: z.string().trim().min(1)})
  .refine(({nb, en}) => isSameNumbers(nb, en), "not the same numbers in both languages")
  .meta({id: "text", description: "A text in Norwegian Bokmål and in English, with the same numbers in both."});

/** A name such as `uses-now`. */
export const kebabId = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "not an id in kebab case");

/** A day such as `2011-05-02`. */
export const isoDate = z.iso.date();

/** First and last day. */
export const period = z
  .strictObject({from: isoDate, to: isoDate})
  .refine(({from, to}) => from <= to, "ends before it begins");

/**
 * The path by which a JSON input names its schema, so that an editor checks and completes it.
 *
 * @param name of the schema: a path to any other is refused
 */
export function schemaPath(name: string) {
  return z
    .string()
    .regex(new RegExp(`(^|/)${name}\\.json$`), `not the schema of this input, ${name}.json`)
    .optional()
    .describe("Path of this schema. Editors use it; the reader checks that it is the right one.");
}
