import {z} from "zod";
import {greatestVariance, leastVariance, usualThresholds, usualVariance} from "../noiseSettings.js";
import {bothLanguages, isoDate, schemaPath} from "./common.js";

const share = (usual: number, of: string) => z.number().min(0).max(1).default(usual).describe(of);

/** How a protected file is protected. */
export const protection = z
  .enum(["suppress", "noise"])
  .describe(
    "Of a protected file. suppress, also if nothing is said: single tables, whose small groups are hidden; noise: a closed family of tables with noise in every count, which readers can explore.",
  );

/** How much noise, in which tables, and what attacks may achieve. */
export const noise = z
  .strictObject({
    variance: z
      .number()
      .int()
      .min(leastVariance)
      .max(greatestVariance)
      .default(usualVariance)
      .describe(
        "Variance of the noise in each count. The more, the better the protection, and the wider the intervals.",
      ),
    pairs: z
      .array(z.tuple([z.string(), z.string()]))
      .default([])
      .describe(
        "Names of two questions each that are counted by each other. Every pair tells more of each respondent.",
      ),
    thresholds: z
      .strictObject({
        exact: share(usualThresholds.exact, "Share of true counts that differencing may get right to the unit."),
        narrow: share(usualThresholds.narrow, "Share of true counts that linear programs may bound closely."),
        others: share(
          usualThresholds.others,
          "How much more often than from the totals one who knows all other answers may be right, over all questions.",
        ),
        othersWorst: share(usualThresholds.othersWorst, "The same in the worst question."),
        coalition: share(usualThresholds.coalition, "The same for two respondents in a small group."),
        telling: share(
          usualThresholds.telling,
          "The same for telling which groups all answered alike, or never gave an answer.",
        ),
      })
      .default(usualThresholds)
      .describe("What attacks on the tables may achieve; above it nothing is built."),
  })
  .describe("Of a file protected by noise.");

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
  protection: protection.optional(),
  noise: noise.optional(),
  received: isoDate.nullable().default(null).describe("The day the file came, as 2011-05-02."),
  accept: z
    .array(z.string())
    .default([])
    .describe(
      "Names of questions that may lose more than a twentieth of their answers, since the codebook does not have them.",
    ),
  note: bothLanguages.nullable().default(null).describe("What readers should know of the file."),
});
