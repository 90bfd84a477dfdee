import {readdirSync, readFileSync, realpathSync} from "node:fs";
import {basename, dirname, join} from "node:path";
import {distanceWithin} from "../../src/lib/language/editDistance.js";
import type {Text} from "../../src/lib/language/text.js";
import type {Settings} from "../../src/lib/settings.js";
import {fileBeside} from "./fileBeside.js";
import {InputError} from "./inputError.js";
import {type NoiseSettings, usualNoise} from "./noiseSettings.js";
import {sourceFolder} from "./readSource.js";
import {parseJson} from "./readTable.js";
import {schemaDefect} from "./schemaDefect.js";
import {fileSettings} from "./schemas/fileSettings.js";

/** What the owner of a respondents’ file says of it. */
export interface FileSettings {
  /** What numbers made of it are: of made-up respondents, or estimates. */
  rank: "standIn" | "estimated";
  /** Whether every row is published, or nothing by row. */
  access: "open" | "protected";
  /** How a protected file is protected: `suppress` if not said. */
  protection?: "suppress" | "noise";
  /** Of a file protected by noise. */
  noise?: NoiseSettings;
  /** Day on which the file came, ISO 8601; null if not said. */
  received: string | null;
  /** Questions that may lose answers which the codebook does not have. */
  accept?: readonly string[];
  /** What readers are to know of it. */
  note: Text | null;
}

/** Where a respondents’ file has its settings: beside it, `answers.csv` in `answers.settings.json`. */
export function settingsFileOf(surveyFile: string): string {
  return fileBeside(surveyFile, ".settings.json");
}

/**
 * The settings beside a respondents’ file. They, or the survey's own settings, have to say whether it is open or
 * protected: nothing is published because a file was forgotten or misnamed.
 *
 * @param own what the survey's own settings say
 * @throws InputError when there are none, or naming file, setting and value of the first defect
 */
export function readFileSettings(
  surveyFile: string,
  own?: Pick<Settings, "access" | "accept" | "protection" | "noise">,
): FileSettings {
  const settings = fileSettingsBeside(surveyFile);
  if (settings) return settings;
  if (own?.access) {
    const {access, accept, protection, noise} = own;
    return {rank: "estimated", access, protection, noise: noise ?? usualNoise, received: null, accept, note: null};
  }
  const wanted = basename(settingsFileOf(realpathSync(surveyFile)));
  throw new InputError(
    `the file has no settings: say {"access": "protected"} or {"access": "open"} in ${wanted}, beside it; of an open file every row is published`,
    {file: basename(surveyFile)},
  );
}

/**
 * The settings beside a respondents’ file, or null when there are none. A link has those of the file that it leads to.
 *
 * @throws InputError naming the first defect, or a file that looks like these settings but is not named so
 */
export function fileSettingsBeside(surveyFile: string): FileSettings | null {
  const real = realpathSync(surveyFile);
  const file = settingsFileOf(real);
  for (const path of new Set([surveyFile, real])) refuseMisnamed(path, file);
  if (!namesIn(dirname(file)).includes(basename(file).normalize("NFC"))) return null;
  const loose = parseJson(textOf(file), basename(file));
  const result = fileSettings.safeParse(loose);
  if (!result.success) throw schemaDefect(result.error.issues[0], loose, {file: basename(file)});
  const {$schema: _, ...settings} = result.data;
  return settings;
}

/** Settings under another name would not be read, and may be the ones that say that the file is protected. */
function refuseMisnamed(surveyFile: string, settingsFile: string): void {
  const folder = realpathSync(dirname(surveyFile));
  const own = basename(surveyFile);
  const names = namesIn(folder);
  const ofOthers = new Set(names.filter((name) => name !== own).map(settingsFileOf));
  const misnamed = names
    .filter((name) => join(folder, name) !== settingsFile.normalize("NFC") && !ofOthers.has(name))
    .filter((name) => join(folder, name) !== `${sourceFolder}settings.json`) // of the survey, not of its file
    .find((name) => isLikeSettings(name, settingsFileOf(own)));
  if (misnamed === undefined) return;
  const wanted = basename(settingsFile);
  throw new InputError(`settings that are not named as the file is: rename ${misnamed} to ${wanted}, or move it away`, {
    file: own,
  });
}

/** Of `answers.csv` true of `settings.json`, `Answers.setting.json`, `answers.csv.settings.json` and `answers.setings.json`. */
function isLikeSettings(name: string, right: string): boolean {
  const [given, wanted] = [name.toLowerCase(), right.toLowerCase()];
  const stem = wanted.replace(/\.settings\.json$/, "");
  return (
    /^settings?(\.json)?(\.\w+)?$/.test(given) ||
    (given.startsWith(stem) && /setting/.test(given.slice(stem.length))) ||
    distanceWithin(mostSlips, given, wanted) <= mostSlips
  );
}

/** Letters by which a name may differ from the right one and still be meant for it. */
const mostSlips = 2;

const namesIn = (folder: string) => readdirSync(folder).map((name) => name.normalize("NFC"));

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8").replace(/^\ufeff/, "");
  } catch (error) {
    throw new InputError(`settings cannot be read: ${(error as Error).message}`, {file: basename(file)});
  }
}
