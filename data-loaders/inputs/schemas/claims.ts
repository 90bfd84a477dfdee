import {z} from "zod";
import type {
  Attribute,
  Claim,
  Correction,
  Doubt,
  NamedQuestion,
  Reading,
  SuccessLink,
  Universe,
} from "../../../src/lib/claims/claim.js";
import {bothLanguages, kebabId} from "./common.js";

/*
 * What the survey's summary states: one schema for a row of each file in `claims/`. Descriptions show up in editors.
 */

const attributeCode = z.string().regex(/^[a-z][A-Za-z]*$/, "not a code in camel case");

const event = z
  .array(z.string().regex(/^!?[a-z][A-Za-z]*$/, "not a code in camel case"))
  .describe("Codes of attributes that all hold, with ! before one that does not hold: usesByYearEnd, !usesNow.");

const count = z.int().min(1);
const place = z
  .strictObject({
    section: z.string().min(1).describe("The heading of the section, as printed."),
    paragraph: count.nullable().describe("Counted from 1 within the section; null for the heading itself."),
    sentence: count.nullable().describe("Counted from 1 within the paragraph; null for the heading itself."),
  })
  .describe("Where in the summary it stands.");

export const claim: z.ZodType<Claim> = z.strictObject({
  id: kebabId.describe("What [[id]] on a page names."),
  kind: z
    .enum(["number", "statement", "fact"])
    .describe("number: a percentage of respondents; statement: a result in words; fact: about the study itself."),
  topic: z.enum(["study", "adoption", "strategy", "channels", "dialogue", "challenges", "success", "experience"]),
  label: bothLanguages.nullable().describe("A short name for charts and tables; null where none is needed."),
  text: bothLanguages.describe("The claim in our own words, saying of whom."),
  value: z
    .number()
    .min(0)
    .max(100)
    .nullable()
    .describe("The percentage as printed, 0 to 100; null where the claim is not a number."),
  valueUnit: z.literal("percent").nullable().describe('"percent" where there is a value; null where there is none.'),
  universe: z.string().describe("Of whom: a code of universes.json."),
  attribute: z
    .strictObject({event: event.min(1), given: event})
    .nullable()
    .describe(
      "What a number gives the share of (event), and among whom (given; empty: all that answered). Codes of attributes.json; null where the claim is not a number.",
    ),
  time: bothLanguages.describe("When it held, in words."),
  place,
  quote: z
    .strictObject({lang: z.enum(["nb", "en"]), text: z.string().min(1)})
    .describe("At most twelve words of the summary, verbatim; they have to show the value."),
  rank: z.enum(["stated", "unknown"]).describe("stated: the summary gives it; unknown: it is named, not counted."),
});

export const universe: z.ZodType<Universe> = z.strictObject({
  code: z.string().min(1).describe("What a claim's universe names."),
  label: bothLanguages.describe('Reads on from "of": "the municipalities that answered".'),
});

export const attribute: z.ZodType<Attribute> = z.strictObject({
  code: attributeCode.describe("What a claim's event and given name."),
  implies: z.array(z.string()).describe("Attributes that everyone with this one has too, by the meaning of the words."),
  time: bothLanguages.describe("When it held, in words."),
  tag: bothLanguages.describe("The head of a narrow column: two or three words."),
  short: bothLanguages.describe("A line of a table."),
  is: bothLanguages.describe('The end of a sentence: "… of them used social media".'),
  isNot: bothLanguages.describe('The same, denied: "… of them did not use social media".'),
  whoIs: bothLanguages.describe('After "those that": "used social media".'),
  whoIsNot: bothLanguages.describe('After "those that", denied: "did not use social media".'),
});

export const reading: z.ZodType<Reading> = z.strictObject({
  id: kebabId,
  question: bothLanguages.describe("The doubt, as a question to the reader."),
  claim: kebabId.describe("Id of the claim that can be read in more than one way."),
  options: z
    .array(
      z.strictObject({
        code: z.string().min(1).describe("Stands in addresses: ?goal=year."),
        label: bothLanguages,
        text: bothLanguages.describe("What the sentence says when it is read so."),
        standsFor: z
          .record(z.string(), z.string())
          .describe("By the code that the claim uses, the attribute that it stands for when read so."),
      }),
    )
    .min(2)
    .describe("The ways to read it; the first is shown first."),
});

export const namedQuestion: z.ZodType<NamedQuestion> = z.strictObject({
  id: kebabId.describe("What [[id]] on a page names."),
  label: bothLanguages.describe("A short name for charts and tables."),
  event: event.min(1).describe("What is counted: codes of attributes.json, with ! before one that does not hold."),
  given: event.describe("Among whom; empty: among all that answered."),
  timeOf: attributeCode.describe("The attribute whose time the answer has."),
  reading: z
    .record(z.string(), z.string())
    .optional()
    .describe("By id of readings.json the option that the question is asked under; of the others, all count."),
});

export const correction: z.ZodType<Correction> = z.strictObject({
  id: kebabId,
  kind: z.enum(["scan", "language"]).describe("scan: damage in the scan; language: a slip of the author."),
  printed: z.string().min(1).describe("What the source has."),
  corrected: z.string().nullable().describe("What it was mended to; null for a slip that was left."),
  place,
  why: bothLanguages,
});

export const doubt: z.ZodType<Doubt> = z.strictObject({
  id: kebabId,
  text: bothLanguages.describe("Where the text contradicts itself or is unclear."),
  places: z.array(place),
  handled: bothLanguages.describe("What this report does about it."),
});

export const successLink: z.ZodType<SuccessLink> = z.strictObject({
  factor: kebabId.describe("Id of the claim with the success factor of the running text."),
  criterion: kebabId.describe("Id of the claim with the numbered criterion."),
  match: z.enum(["same", "partly"]).describe("Whether the two say the same, or in part."),
});
