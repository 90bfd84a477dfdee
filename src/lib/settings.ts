import given from "#source/settings.json";
import {bothOf, type GivenText, type Lang, type Text} from "./language/text.js";

/** What the folder of a survey may hold beside its settings, its codebook and its responses. */
export const surveyParts = ["claims", "context", "register", "pages"] as const;
export type SurveyPart = (typeof surveyParts)[number];

/** How respondents were drawn and weighted: headers of columns of the file of responses, but where it says otherwise. */
export interface DesignSettings {
  weight: string | null;
  strata: string | null;
  clusters: string | null;
  /** How many respondents, or clusters, each stratum has to draw from: a column, one number, or a number by stratum. */
  populations: string | number | Readonly<Record<string, number>> | null;
  /** Path of a table of margins, from the folder of the settings. */
  calibrate: string | null;
}

/** What the site says about itself: `settings.json` in the folder of inputs, which the schema of inputs explains. */
export interface Settings {
  survey: string;
  title: Text;
  description: Text;
  owner: string;
  /** Null where the owner did. */
  fieldworkBy: string | null;
  /** First and last day on which answers came in, ISO 8601. */
  fieldwork: {from: string; to: string};
  source: Text;
  publisher: Text;
  version: string;
  /** Day of the version, ISO 8601: never the clock's. */
  published: string;
  languages: readonly Lang[];
  contact: string;
  repository: string;
  homepage: string;
  bugs: string;
  surveyFile: string | null;
  /** The files of a survey that was made several times, the earliest first; empty where there is one file. */
  waves: readonly WaveSettings[];
  /** Header of the column of these files that says who answered, the same in every wave; null where nobody is followed. */
  panel: string | null;
  /** Whether every row is published, or nothing by row; null where the settings beside the responses say it. */
  access: "open" | "protected" | null;
  /** Questions that may lose answers which the codebook does not have. */
  accept: readonly string[];
  /** Null where respondents count the same, or as a register has it. */
  design: DesignSettings | null;
  /** How a protected file is protected, where `access` is said here. */
  protection: "suppress" | "noise";
  /** Its noise; null where nothing is said of it. */
  noise: {
    variance: number;
    pairs: readonly (readonly [string, string])[];
    thresholds: Record<"exact" | "narrow" | "others" | "othersWorst" | "coalition" | "telling", number>;
  } | null;
  parts: readonly SurveyPart[];
  /** Of a site whose pages are made from the codebook: what each page of questions is called. */
  themes: readonly {id: string; name: Text}[];
  defaultUrl: string;
}

/** One wave of a survey. */
export interface WaveSettings {
  /** Its code in tables and addresses. */
  id: string;
  label: Text;
  /** Path of its file of responses, from the folder of the settings. */
  file: string;
  /** Path of a codebook of its own, which has the questions by the same names; null where it is the survey’s. */
  codebook: string | null;
  /** First and last day on which its answers came in, ISO 8601; null if not said. */
  fieldwork: {from: string; to: string} | null;
}

/** In the place of a text that may not be left out, until `readSettings` has said so. */
const missing: Text = {nb: "", en: ""};

const noDesign: DesignSettings = {weight: null, strata: null, clusters: null, populations: null, calibrate: null};

/** Read when the code is bundled. `readSettings` checks the file before anything is built. */
export const settings = complete(given as unknown as GivenSettings);

/** True of a survey that has this part. */
export const has = (part: SurveyPart) => settings.parts.includes(part);

type TextSetting = "title" | "description" | "source" | "publisher";
type GivenSettings = Omit<Settings, TextSetting | "themes" | "waves" | "design"> &
  Record<TextSetting, GivenText> & {
    themes?: readonly {id: string; name: GivenText}[];
    waves?: readonly (Pick<WaveSettings, "id" | "file"> & Partial<WaveSettings> & {label: GivenText})[];
    design?: Partial<DesignSettings> | null;
  };

/** Settings with what may be left out. */
function complete({
  title,
  description,
  source,
  publisher,
  themes = [],
  waves = [],
  design,
  ...rest
}: GivenSettings): Settings {
  return {
    ...rest,
    languages: rest.languages ?? [],
    fieldwork: rest.fieldwork ?? {from: rest.published, to: rest.published},
    contact: rest.contact ?? "",
    repository: rest.repository ?? "",
    homepage: rest.homepage ?? "",
    bugs: rest.bugs ?? "",
    defaultUrl: rest.defaultUrl ?? "http://localhost:3000/",
    fieldworkBy: rest.fieldworkBy ?? null,
    surveyFile: rest.surveyFile ?? null,
    panel: rest.panel ?? null,
    access: rest.access ?? null,
    accept: rest.accept ?? [],
    design: design ? {...noDesign, ...design} : null,
    protection: rest.protection ?? "suppress",
    noise: rest.noise ?? null,
    parts: rest.parts ?? [],
    title: bothOf(title ?? missing),
    description: bothOf(description ?? missing),
    source: bothOf(source ?? missing),
    publisher: bothOf(publisher ?? missing),
    themes: themes.map(({id, name}) => ({id, name: bothOf(name)})),
    waves: waves.map(({label, ...wave}) => ({codebook: null, fieldwork: null, ...wave, label: bothOf(label)})),
  };
}

/** The settings that an owner has to fill in. */
const ownersSettings = ["contact", "repository", "homepage", "bugs"] as const satisfies readonly (keyof Settings)[];
export type OwnersSetting = (typeof ownersSettings)[number];

/** The settings that still hold a placeholder: nothing, or an address at example.org, which is nobody's (RFC 2606). */
export function placeholders(from: Pick<Settings, OwnersSetting>): OwnersSetting[] {
  return ownersSettings.filter((name) => from[name].trim() === "" || /[@./]example\.(org|com|net)\b/.test(from[name]));
}
