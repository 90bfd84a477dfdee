import {z} from "zod";
import {bothLanguages, schemaPath} from "./common.js";

const step = z.strictObject({
  label: bothLanguages.describe("A short name."),
  does: bothLanguages.describe("What was done, in a sentence."),
});

/** What readers are told of how it was found which unit answered. */
export const unitSteps = z.strictObject({
  $schema: schemaPath("unit-steps"),
  steps: z.record(z.string(), step).describe("By code of a step; in the order in which steps are listed."),
  reasons: z.record(z.string(), bothLanguages).describe("By code: why it cannot be told which unit answered."),
});
