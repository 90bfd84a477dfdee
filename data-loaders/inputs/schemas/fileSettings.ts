import {z} from "zod";
import {bothLanguages, isoDate, schemaPath} from "./common.js";

/** What the owner of a respondents' file says of it. Descriptions show up in editors. */
export const fileSettings = z.strictObject({
  $schema: schemaPath("file-settings"),
  rank: z
    .enum(["standIn", "estimated"])
    .default("estimated")
    .describe("estimated: answers from a survey; standIn: made up, and labelled so everywhere."),
  access: z
    .enum(["open", "protected"])
    .describe(
      "open: every row is published; protected: nothing by row is, only tables in which no one can be recognised.",
    ),
  received: isoDate.nullable().default(null).describe("The day the file came, as 2011-05-02."),
  accept: z
    .array(z.string())
    .default([])
    .describe(
      "Names of questions that may lose more than a twentieth of their answers, since the codebook does not have them.",
    ),
  note: bothLanguages.nullable().default(null).describe("What readers should know of the file."),
});
