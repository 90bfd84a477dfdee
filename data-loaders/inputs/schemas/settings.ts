import {z} from "zod";
import type {Lang} from "../../../src/lib/language/text.js";
import {commonPages} from "../../../src/lib/pages.js";
import {type Settings, surveyParts} from "../../../src/lib/settings.js";
import {isLanguage} from "../languages/siteLanguages.mjs";
import {bothLanguages, isoDate, kebabId, period, schemaPath} from "./common.js";
import {noise, protection} from "./fileSettings.js";

const name = z.string().trim().min(1);
const column = name.nullable().default(null);

/** How respondents were drawn and weighted. */
const design = z
  .strictObject({
    weight: column.describe("Header of the column of weights."),
    strata: column.describe("Header of the column that says which stratum a respondent was drawn in."),
    clusters: column.describe(
      "Header of the column that says which cluster (primary sampling unit) a respondent was drawn in; numbers may begin anew in each stratum.",
    ),
    populations: z
      .union([name, z.number().positive(), z.record(z.string(), z.number().positive())])
      .nullable()
      .default(null)
      .describe(
        "How many there are to draw from in each stratum, of clusters where there are clusters, else of respondents: the header of a column, one number where there are no strata, or a number for each stratum.",
      ),
    calibrate: column.describe(
      "Path, from the folder of these settings, of a table of margins that weights are calibrated to, with the columns question, answer and population, and wave where they are not the same in all waves.",
    ),
  })
  .refine((given) => Object.values(given).some((each) => each !== null), "a design that says nothing");

/** Ids that a page of questions cannot have. */
export const takenPages: readonly string[] = ["index", "embed", ...commonPages];

const address = z.string().describe("An https: address.");

/** What a survey's owner says of it and of the site that is made of it. */
export const settingsFields = z.strictObject({
  survey: name.describe("Short name of the survey, the same in both languages."),
  title: bothLanguages.describe("Title of the report."),
  description: bothLanguages.describe("What the report is, in a sentence."),
  owner: name.describe("Who asked for the survey."),
  fieldworkBy: name.nullable().default(null).describe("Who carried it out; null where the owner did."),
  fieldwork: period.describe("First and last day on which answers came in."),
  source: bothLanguages.describe("How the source is named under every chart."),
  publisher: bothLanguages.describe("Who publishes the site."),
  version: z
    .string()
    .regex(/^\d+\.\d+\.\d+$/, "not a version such as 1.0.0")
    .describe("Version of the report."),
  published: isoDate.describe("The day on which this version was published."),
  languages: z
    .array(z.string().refine(isLanguage, "no code of a language, of two or three letters"))
    .min(1)
    .describe(
      "Languages of the site by their codes (ISO 639), the first one first: nb, en, and any other, whose words are in languages/CODE.json.",
    )
    .transform((codes) => codes as Lang[]),
  contact: z
    .string()
    .default("")
    .describe("Where a reader reports an error: a mailto: or https: address, or a path on the site's own host."),
  repository: address.default("").describe("Where the source code is: an https: address that git clone takes."),
  homepage: address
    .default("")
    .describe("Where the project presents itself: the published report, or a page about it."),
  bugs: z
    .string()
    .default("")
    .describe("Where developers report a defect of the code: a list of issues, or a mailto: address."),
  surveyFile: name
    .nullable()
    .default(null)
    .describe(
      "Path of the respondents' file from the folder of these settings; null for the one in microdata/. SURVEY_FILE goes before it.",
    ),
  waves: z
    .array(
      z.strictObject({
        id: z
          .string()
          .regex(/^[a-z0-9]+(_[a-z0-9]+)*$/, "not a code in snake case")
          .describe("Its code in tables and addresses, such as 2013."),
        label: bothLanguages.describe("What it is called: the year, or whatever tells it from the others."),
        file: name.describe("Path of its file of responses from the folder of these settings."),
        codebook: name
          .nullable()
          .default(null)
          .describe(
            "Path of a codebook of its own, whose questions and answers have the names and codes of codebook.json; null where that one holds.",
          ),
        fieldwork: period.nullable().default(null).describe("First and last day on which its answers came in."),
      }),
    )
    .refine((waves) => waves.length !== 1, "one wave is no series: name its file in surveyFile")
    .refine((waves) => new Set(waves.map(({id}) => id)).size === waves.length, "two waves with one id")
    .default([])
    .describe("In place of surveyFile: the files of a survey that was made several times, the earliest first."),
  panel: column.describe(
    "Header of the column of these files that says who answered, the same in every wave, where some answered several; null where nobody is followed. It is never published.",
  ),
  access: z
    .enum(["open", "protected"])
    .nullable()
    .default(null)
    .describe("Whether every row is published, or nothing by row; null where the settings beside the file say it."),
  accept: z
    .array(z.string())
    .default([])
    .describe("Names of questions that may lose more than a twentieth of their answers; where `access` is said here."),
  design: design
    .nullable()
    .default(null)
    .describe(
      "How respondents were drawn and weighted, as the columns of their file say; null where each counts the same, or a register has the units.",
    ),
  protection: protection.default("suppress"),
  noise: noise.nullable().default(null),
  parts: z
    .array(z.enum(surveyParts))
    .default([])
    .describe(
      "What the folder holds beside settings, codebook and responses; pages that need another part are left out.",
    ),
  themes: z
    .array(
      z.strictObject({
        id: kebabId.refine((id) => !takenPages.includes(id), "the id of a page that every survey has: choose another"),
        name: bothLanguages,
      }),
    )
    .refine((themes) => new Set(themes.map(({id}) => id)).size === themes.length, "two pages with one id")
    .default([])
    .describe(
      "Pages of questions, where the site's pages are made from the codebook; it says which questions they have.",
    ),
  defaultUrl: z
    .url()
    .default("http://localhost:3000/")
    .describe("Where the site stands when SITE_URL is not set at build."),
}) satisfies z.ZodType<Settings>;

export const settings = settingsFields.safeExtend({$schema: schemaPath("settings")});
