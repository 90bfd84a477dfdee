import {readdirSync} from "node:fs";
import {resolve} from "node:path";
import {InputError} from "../inputs/inputError.js";
import {openable} from "../inputs/openable.js";
import {sourceFolder} from "../inputs/readSource.js";

/** The respondents that ship with the project, made up so that everything can be tried. */
export const standInFile = "stand-in.csv";

/** Files that may lie in `source/microdata/` and are no respondents' file; among them what Excel and Windows leave there. */
const beside =
  /\.(settings|published|secret|attacks)\.json$|^assumptions\.json$|^README\.md$|^\.|^~\$|^Thumbs\.db$|^desktop\.ini$/i;

export interface SurveyFileOptions {
  /** What SURVEY_FILE says. */
  environment?: string;
  /** What `settings.surveyFile` says. */
  setting?: string | null;
  folder?: string;
}

/**
 * The respondents' file of a build: what SURVEY_FILE names, or the setting, or the one file beside the stand-in in
 * `source/microdata/`, or else the stand-in.
 *
 * @returns its path
 * @throws InputError when a named file does not exist, or several lie there
 */
export function surveyFile({
  environment = process.env.SURVEY_FILE,
  setting = null,
  folder = `${sourceFolder}microdata/`,
}: SurveyFileOptions = {}): string {
  if (environment) return existing(environment);
  if (setting) return existing(resolve(sourceFolder, setting));
  const [first, second] = readdirSync(folder).filter((name) => name !== standInFile && !beside.test(name));
  if (second)
    throw new InputError("more than one respondents’ file; name one in SURVEY_FILE", {
      file: "microdata/",
      value: [first, second],
    });
  return existing(`${folder}${first ?? standInFile}`);
}

function existing(path: string): string {
  openable(path, {file: path});
  return path;
}
