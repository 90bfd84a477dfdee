import {z} from "zod";
import type {Assumption} from "../../../src/lib/claims/assumption.js";
import {parseCondition} from "../../../src/lib/respondents/condition.js";
import {bothLanguages, kebabId} from "./common.js";

/*
 * What made-up respondents rest on beside the stated numbers. Descriptions show up in editors.
 */

const common = {
  id: kebabId,
  text: bothLanguages.describe("What is assumed, with its size, in a sentence."),
  why: bothLanguages,
  claims: z.array(z.string()).describe("Ids of claims that give a direction without a number."),
};
const proportion = z.number().min(0).max(1);
const variable = z.string().describe("Name of a variable of the codebook.");
const codes = z.array(z.string()).min(1).describe("Codes of the variable.");

export const assumption: z.ZodType<Assumption> = z.discriminatedUnion("kind", [
  z.strictObject({
    ...common,
    kind: z.literal("response"),
    value: proportion.describe("Share of the units of every class that answers, 0 to 1."),
  }),
  z.strictObject({
    ...common,
    kind: z.literal("proportion"),
    variable,
    codes,
    value: proportion.describe(
      "Share of those asked, 0 to 1: of a multiple response for each option, else for the codes together, equally.",
    ),
  }),
  z.strictObject({
    ...common,
    kind: z.literal("difference"),
    variable,
    codes,
    among: z.strictObject({variable, codes}).describe("The group that chooses more often.").transform(parseCondition),
    value: proportion.describe("How much more often each option is chosen in that group than outside it, 0 to 1."),
  }),
  z.strictObject({
    ...common,
    kind: z.literal("greatest"),
    variable,
    value: z.int().min(1).describe("The greatest number that occurs."),
  }),
  z.strictObject({
    ...common,
    kind: z.literal("unanswered"),
    variables: z.array(z.string()).min(1).describe("Names of variables of the codebook."),
    reason: z.enum(["noAnswer", "dontKnow", "refused"]),
    value: proportion.describe("Share of those asked that give no response, 0 to 1."),
  }),
]);
