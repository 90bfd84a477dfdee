import {z} from "zod";
import {explorerPages} from "../../../src/lib/pages.js";
import type {MissingCode, Variable} from "../../../src/lib/respondents/codebook.js";
import {parseCondition} from "../../../src/lib/respondents/condition.js";
import {registerVariables} from "../../../src/lib/table/variable.js";
import {bothLanguages, kebabId, period, schemaPath} from "./common.js";

/*
 * The questionnaire of a survey. Descriptions show up in editors. What holds conditions has `prefault` for its default:
 * zod leaves the defaults of what it transforms out of a JSON Schema.
 */

const code = z.string().regex(/^[a-z0-9]+(_[a-z0-9]+)*$/, "not a code in snake case");
const spellings = z.array(z.string().trim().min(1)).default([]);
const otherSpellings = spellings.describe(
  "Other ways in which files write it, beside code and labels. Capitals and spaces at the ends do not matter.",
);

const condition = z
  .strictObject({
    variable: code.describe("Name of a variable."),
    codes: z
      .array(z.string().regex(/^(!?[a-z0-9_]+|\d+\+)$/, "not a code, !code or a count such as 2+"))
      .min(1)
      .describe("Holds for a response that is one of these codes; !code for any other response; 2+ for two or more."),
  })
  .transform(parseCondition);

const predicate = bothLanguages
  .optional()
  .describe("The answer as the rest of a sentence about those that gave it, verb first: had a strategy in place.");

const category = z.strictObject({
  code,
  label: bothLanguages,
  predicate,
  spellings: otherSpellings,
  headers: spellings
    .optional()
    .describe("Of a multiple response: other headers of the option's own column in a file that has one for each."),
  ownWords: z
    .literal(true)
    .optional()
    .describe(
      "true of an answer such as Other, for what stands in the file and is none of the others; what it says is never published.",
    ),
});

const missing: z.ZodType<MissingCode> = z.strictObject({
  code,
  reason: z.enum(["noAnswer", "notAsked", "dontKnow", "refused"]).describe("Why there is no answer."),
  label: bothLanguages,
  spellings: otherSpellings,
});

const because = z.array(z.string()).describe("What was supposed, and the evidence for it.");
const seal = z.string().describe("Checksum of the rest as drafted: it tells what a person has changed since.");
const drafted = z
  .strictObject({because, seal})
  .optional()
  .describe("Mark of what npm run draft-codebook wrote and nobody has looked at: take it off when it is right.");

const common = {
  drafted,
  name: code.describe("The question's name in tables and downloads."),
  label: bothLanguages.describe("A short name for charts and tables."),
  question: bothLanguages.describe("The question in words."),
  origin: z
    .enum(["number", "words", "assumed", "asked"])
    .default("asked")
    .describe(
      "What a published summary gives for a question that was reconstructed from it: a number, only words, or nothing. asked: it stands as it was asked.",
    ),
  claims: z.array(z.string()).default([]).describe("Ids of the claims that the question was reconstructed from."),
  universe: z.array(condition).prefault([]).describe("Who was asked: all conditions hold. Empty: everyone."),
  missing: z
    .array(missing)
    .default([])
    .describe("Codes for no answer to this question, beside those that hold for every question."),
  headers: spellings.describe("Other headers of its column, beside name, labels and question."),
  breaks: z
    .array(
      z.strictObject({
        before: code.describe("Id of the first wave in which it was asked otherwise."),
        why: bothLanguages.describe("What is different, as the rest of a sentence."),
      }),
    )
    .optional()
    .describe("Where its series through the waves is broken, beside where the waves' codebooks word it otherwise."),
};
const categories = z.array(category).min(1);

export const variable = z.discriminatedUnion("type", [
  ...(["unitNumber", "unitName", "id", "date", "text"] as const).map((type) =>
    z.strictObject({...common, type: z.literal(type)}),
  ),
  z.strictObject({
    ...common,
    type: z.literal("single"),
    isOrdered: z.boolean().describe("true if the categories have an order, such as often, seldom, never."),
    categories: categories.min(2),
  }),
  z.strictObject({...common, type: z.literal("multiple"), categories}),
  z.strictObject({
    ...common,
    type: z.literal("count"),
    least: z.number().describe("The least number that may be right."),
    greatest: z.number().describe("The greatest number that may be right."),
    decimals: z.literal(true).optional().describe("true of numbers that need not be whole, such as amounts."),
    bands: z
      .array(
        z.strictObject({
          from: z.number().describe("The least number in the band; it ends where the next begins."),
          code,
          label: bothLanguages,
          predicate,
        }),
      )
      .min(2)
      .optional()
      .describe("Numbers that are shown as one, from the lowest. Without them the first numbers are shown one by one."),
  }),
] as never) as unknown as z.ZodType<Variable>;

const contradiction = z.strictObject({
  id: z.string().min(1),
  label: bothLanguages,
  when: z.array(condition).min(2).describe("The answers that cannot all be right."),
  unanswer: z
    .array(z.string())
    .min(1)
    .describe("Variables that count as unanswered then; of a multiple response one option: channels.facebook."),
});

const explored = z.strictObject({
  drafted,
  pages: z
    .array(
      z.strictObject({
        page: z.enum(explorerPages),
        questions: z.array(z.string()).min(1).describe("Names of variables; the first is shown first."),
      }),
    )
    .default([])
    .describe("Which questions readers break down on which page."),
  filters: z
    .array(z.string())
    .default([...registerVariables])
    .describe("What they can filter by everywhere: names of variables, and county, size and kind of the register."),
  first: z
    .strictObject({rows: z.string(), columns: z.string()})
    .optional()
    .describe(
      "What the crosstab begins with: a question, and what it is broken down by. Without it, the first question of the first page by the first filter.",
    ),
});

export const codebook = z.strictObject({
  $schema: schemaPath("codebook"),
  id: kebabId.describe("Names the downloads."),
  title: bothLanguages,
  note: bothLanguages.describe("What readers must know of the codebook itself."),
  drafted: z
    .strictObject({
      because,
      seal: seal.optional(),
      leftOut: z
        .array(z.strictObject({header: z.string(), because}))
        .describe("Columns that no question was drafted for, and why."),
      columns: z.array(z.string()).describe("Headers of all columns that were looked at."),
    })
    .optional()
    .describe("Mark of a codebook that npm run draft-codebook wrote. The next run needs it to keep what was changed."),
  fieldwork: period
    .optional()
    .describe(
      "First and last day on which answers came in. Left out in the report's own codebook: settings.json has it.",
    ),
  marks: z
    .strictObject({chosen: spellings, notChosen: spellings})
    .describe("How files mark an option as chosen or not, where a multiple response has one column for each option."),
  missing: z.array(missing).describe("Codes for no answer, which hold for every question."),
  variables: z.array(variable).min(1).describe("The questions, in the order in which they were asked."),
  contradictions: z.array(contradiction).prefault([]).describe("Answers that cannot both be right."),
  attributes: z
    .array(
      z.strictObject({
        code: z.string().describe("Code of an attribute of claims/attributes.json."),
        anyOf: z.array(condition).min(1).describe("The attribute holds when any of these does."),
      }),
    )
    .prefault([])
    .describe("What the published summary gives shares of, in terms of answers."),
  explored: explored.prefault({}).describe("What readers explore beside the crosstab."),
});
