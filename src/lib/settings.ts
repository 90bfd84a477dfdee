import given from "#source/settings.json";
import type {Lang, Text} from "./language/text.js";

/** What the site says about itself: `data-loaders/source/settings.json`, which the schema of inputs explains. */
export interface Settings {
  survey: string;
  title: Text;
  description: Text;
  owner: string;
  fieldworkBy: string;
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
  defaultUrl: string;
}

/** Read when the code is bundled. `readSettings` checks the file before anything is built. */
export const settings = given as Settings;

/** The settings that an owner has to fill in. */
const ownersSettings = ["contact", "repository", "homepage", "bugs"] as const satisfies readonly (keyof Settings)[];
export type OwnersSetting = (typeof ownersSettings)[number];

/** The settings that still hold a placeholder: nothing, or an address at example.org, which is nobody's (RFC 2606). */
export function placeholders(from: Pick<Settings, OwnersSetting>): OwnersSetting[] {
  return ownersSettings.filter((name) => from[name].trim() === "" || /[@./]example\.(org|com|net)\b/.test(from[name]));
}
