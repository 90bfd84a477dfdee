import type {Lang, Text} from "./language/text.js";

/** What the next survey's owner changes first: everything the site says about itself, in one place. */
export interface Settings {
  /** Short name of the survey, the same in both languages. */
  survey: string;
  title: Text;
  description: Text;
  /** Who asked for the survey. */
  owner: string;
  /** Who carried it out. */
  fieldworkBy: string;
  /** Who publishes this site. */
  publisher: Text;
  /** Where a reader reports an error: a mailto: or https: address, or a path on the site's own host. */
  contact: string;
  /** Where the source code is: an https: address that `git clone` takes. */
  repository: string;
  /** Where the project presents itself: the published report, or a page about it. An https: address. */
  homepage: string;
  /** Where developers report a defect of the code: a list of issues, or a mailto: address. */
  bugs: string;
  /** How the source is named under every chart. */
  source: Text;
  /** First and last day of data collection, ISO 8601. */
  fieldwork: {from: string; to: string};
  /** Version of the report and the day it was published, ISO 8601: never the clock's. */
  version: string;
  published: string;
  languages: readonly Lang[];
  /** Path of the respondents’ file; null for the one in `source/microdata/`. SURVEY_FILE goes before it. */
  surveyFile: string | null;
  /** Where the site stands when SITE_URL is not set at build. */
  defaultUrl: string;
}

export const settings: Settings = {
  survey: "BETA.KOMM 2011",
  title: {
    nb: "Kommunene og sosiale medier 2011",
    en: "Norwegian municipalities and social media, 2011",
  },
  description: {
    nb: "Hva undersøkelsen BETA.KOMM forteller om kommunenes bruk av sosiale medier i 2011, tall for tall, med kilde og grunnlag.",
    en: "What the survey BETA.KOMM tells about Norwegian municipalities’ use of social media in 2011, number by number, with source and base.",
  },
  owner: "KS FoU",
  fieldworkBy: "HK Reklamebyrå AS",
  publisher: {nb: "BETA.KOMM, utforskbar", en: "BETA.KOMM, explorable"},
  contact: "mailto:betakomm@example.org",
  repository: "https://example.org/betakomm-explorable.git",
  homepage: "https://example.org/betakomm-explorable",
  bugs: "https://example.org/betakomm-explorable/issues",
  source: {
    nb: "KS FoU og HK Reklamebyrå: BETA.KOMM 2011, sammendraget",
    en: "KS FoU and HK Reklamebyrå: BETA.KOMM 2011, the summary",
  },
  fieldwork: {from: "2011-01-15", to: "2011-04-30"},
  version: "1.3.0",
  published: "2026-11-26",
  languages: ["nb", "en"],
  surveyFile: null,
  defaultUrl: "http://localhost:3000/",
};

/** The settings that an owner has to fill in. */
const ownersSettings = ["contact", "repository", "homepage", "bugs"] as const satisfies readonly (keyof Settings)[];
export type OwnersSetting = (typeof ownersSettings)[number];

/** The settings that still hold a placeholder: nothing, or an address at example.org, which is nobody's (RFC 2606). */
export function placeholders(from: Pick<Settings, OwnersSetting>): OwnersSetting[] {
  return ownersSettings.filter((name) => from[name].trim() === "" || /[@./]example\.(org|com|net)\b/.test(from[name]));
}
