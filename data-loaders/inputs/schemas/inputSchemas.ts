import {z} from "zod";
import {assumption} from "./assumptions.js";
import {attribute, claim, correction, doubt, namedQuestion, reading, successLink, universe} from "./claims.js";
import {codebook} from "./codebook.js";
import {coding, collected} from "./context.js";
import {fileSettings} from "./fileSettings.js";
import {unitSteps} from "./register.js";
import {settings} from "./settings.js";

/** What a JSON input must look like. */
export interface InputSchema {
  /** Its file in `docs/schemas/`, without `.json`. */
  name: string;
  title: string;
  /** The inputs, below `data-loaders/source/`; `*` stands for any name. */
  inputs: string;
  schema: z.ZodType;
}

/** A schema for every JSON input, the same that its reader checks it with. */
export const inputSchemas: readonly InputSchema[] = [
  {name: "settings", title: "What a site says of a survey and of itself", inputs: "settings.json", schema: settings},
  {
    name: "claims",
    title: "What the survey's summary states, claim by claim",
    inputs: "claims/claims.json",
    schema: rows(claim),
  },
  {name: "universes", title: "Of whom claims speak", inputs: "claims/universes.json", schema: rows(universe)},
  {
    name: "attributes",
    title: "What the summary gives shares of",
    inputs: "claims/attributes.json",
    schema: rows(attribute),
  },
  {name: "readings", title: "Ways to read ambiguous sentences", inputs: "claims/readings.json", schema: rows(reading)},
  {
    name: "questions",
    title: "Numbers that follow from stated ones",
    inputs: "claims/questions.json",
    schema: rows(namedQuestion),
  },
  {name: "unit-steps", title: "How units are found, in words", inputs: "register/unit-steps.json", schema: unitSteps},
  {
    name: "corrections",
    title: "Damage in the scan, and slips",
    inputs: "claims/corrections.json",
    schema: rows(correction),
  },
  {name: "doubts", title: "Where the text is unclear", inputs: "claims/doubts.json", schema: rows(doubt)},
  {
    name: "success-links",
    title: "Success factors and criteria that say the same",
    inputs: "claims/success-links.json",
    schema: rows(successLink),
  },
  {
    name: "context-figures",
    title: "Records of other surveys, as collected",
    inputs: "context/context-figures.json",
    schema: rows(collected),
  },
  {name: "coding", title: "The numbers of other surveys, coded", inputs: "context/coding.json", schema: coding},
  {name: "codebook", title: "The questionnaire of a survey", inputs: "codebook.json", schema: codebook},
  {
    name: "assumptions",
    title: "What made-up respondents rest on",
    inputs: "microdata/assumptions.json",
    schema: rows(assumption),
  },
  {
    name: "file-settings",
    title: "Settings beside a respondents' file",
    inputs: "microdata/*.settings.json",
    schema: fileSettings,
  },
];

function rows(row: z.ZodType): z.ZodType {
  return z.array(row).min(1);
}
