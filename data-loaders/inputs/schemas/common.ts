import {z} from "zod";
import {bothOf, type GivenText, type Lang} from "../../../src/lib/language/text.js";
import {settings} from "../../../src/lib/settings.js";
import {isSameNumbers} from "../checks/numbersOf.js";
import {sourceLanguages} from "../languages/siteLanguages.mjs";

const inOne = z.string().trim().min(1);

/** English stands in for a language that the source is not written in, or else the first language that a text is in. */
const isNeeded = (lang: Lang) =>
  settings.languages.includes(lang) && (sourceLanguages.includes(lang) || settings.languages.length === 1);
const written = (lang: Lang) => (isNeeded(lang) ? inOne : inOne.optional());

const eachLanguage = z
  .strictObject({nb: written("nb"), en: written("en")})
  .refine((texts) => Object.keys(texts).length > 0, "a text in no language")
  .refine(({nb, en}) => !nb || !en || isSameNumbers(nb, en), "not the same numbers in both languages");

/** The same text in the languages of the site, none empty, with the same numbers in both. */
export const bothLanguages = eachLanguage
  .meta({
    id: "text",
    description: "A text in each language of the site, with the same numbers in each.",
    additionalProperties: {type: "string", minLength: 1},
  })
  .transform((text) => bothOf(text as GivenText));

/** Such a text with a code. */
export const codedText = <T extends string>(codes: readonly [T, ...T[]]) =>
  eachLanguage
    .safeExtend({code: z.enum(codes)})
    .transform(({code, ...text}) => ({...bothOf(text as GivenText), code: code as T}));

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
