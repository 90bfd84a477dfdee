import {z} from "zod";
import {bothLanguages, codedText, kebabId, schemaPath} from "./common.js";

/*
 * What other surveys state: a record as it was collected, and our coding of its numbers. Descriptions show up in editors.
 */

const country = z.enum(["NO", "SE", "DK", "FI"]);

/** A record as it was collected: one English text, one or several values, or none. */
export const collected = z.strictObject({
  id: z.string().min(1).describe("What coding.json names the record by."),
  country,
  year: z.int().min(2000).max(2030).nullable().describe("null if the source gives none."),
  period: z.string().describe("When it was measured, in the source's words; empty if it does not say."),
  value: z.number().min(0).nullable().optional().describe("The one number of the record."),
  percent: z.number().min(0).max(100).optional().describe("The percentage, where value is the count behind it."),
  of: z.int().min(1).optional().describe("The denominator, where value is a count out of a number."),
  values: z
    .record(z.string(), z.number().min(0).nullable())
    .optional()
    .describe("Several numbers, each by what it counts."),
  unit: z.string().nullable().describe('What value counts: "percent", "municipalities", …'),
  measures: z.string().min(1).describe("What was measured, as the source puts it."),
  base: z.string().nullable().describe("Of whom, as the source puts it; null if it does not say."),
  publisher: z.string().min(1),
  url: z.url().describe("Where it was read."),
  also_seen: z.array(z.url()).optional().describe("Other pages with the same number."),
  confidence: z.string().min(1).describe("How sure the record is, and why."),
  comparability: z.string().optional().describe("Whether it may be set beside BETA.KOMM's numbers, and why."),
});
export type Collected = z.infer<typeof collected>;

export const codedRecord = z.strictObject({
  id: z.string().min(1).describe("Id of a record of context-figures.json."),
  by: z.string().min(1).describe("Who counted, in short: not always who published."),
  publisher: bothLanguages,
  measures: bothLanguages,
  base: bothLanguages.nullable(),
  period: bothLanguages.describe("With the numbers of the record's period."),
  confidence: codedText(["high", "medium"]),
  comparability: codedText(["near", "differs", "none"]).describe(
    "May it be set beside BETA.KOMM's? near: the same kind of thing, with a caveat; differs: another thing or another way; none: not at all.",
  ),
});
export type CodedRecord = z.infer<typeof codedRecord>;

export const codedValue = z.strictObject({
  id: kebabId.describe("What [[id]] on a page names."),
  record: z.string().describe("Id of the record that the number stands in."),
  field: z
    .string()
    .describe("The field of the record: value, percent, measures, base, or values. and the name of one of its values."),
  words: z.string().min(1).optional().describe("The words that the number stands in, where field is a text."),
  value: z.number().min(0).describe("The number as printed."),
  valueUnit: z.enum([
    "percent",
    "municipalities",
    "countyAuthorities",
    "persons",
    "followers",
    "inhabitants",
    "millionMembers",
  ]),
  of: z.int().min(1).nullable().describe("The denominator, where the record gives a count out of a number."),
  count: z.int().min(0).nullable().describe("The count behind a percentage, where the record gives both."),
  approximate: z
    .enum(["nearly", "about", "justOver", "over"])
    .nullable()
    .describe("The source's own hedge; null if it gives none."),
  label: bothLanguages.describe("A short name for charts and tables."),
  country,
  body: z.enum(["municipalities", "countyAuthorities", "stateAgencies", "residents", "employees"]),
  channel: z.enum(["any", "facebook", "twitter", "video", "chat", "blog", "instagram", "youtube", "notSpecific"]),
  definition: z
    .enum([
      "usesAny",
      "usesDigitalChannels",
      "usesChannel",
      "wholeBodyPage",
      "dialogue",
      "oneWay",
      "plans",
      "notUsing",
      "inactive",
      "followers",
      "organisation",
      "surveyReach",
    ])
    .describe(
      "What is counted. The first five are drawn in the figure before-after, each in its own panel; the others stand in the list of sources only.",
    ),
  date: z
    .string()
    .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, "not a date")
    .nullable()
    .describe("As precise as the record allows: 2011, 2011-05 or 2011-05-12; null if it gives no year."),
  series: z
    .string()
    .nullable()
    .describe("Values with the same series are joined by a line: same publisher, definition and body."),
  subgroup: z.boolean().describe("true for a part of the body only, such as women or those under 35."),
});
export type CodedValue = z.infer<typeof codedValue>;

/** The parts of the coding, before their rows are looked at. */
export const codingParts = z.strictObject({$schema: schemaPath("coding"), records: z.unknown(), values: z.unknown()});

export const coding = z.strictObject({
  ...codingParts.shape,
  records: z.array(codedRecord).min(1).describe("Each record of context-figures.json once, in both languages."),
  values: z.array(codedValue).min(1).describe("Each number of the records once."),
});
