import {readFileSync} from "node:fs";
import type {Text} from "../src/lib/text.js";
import {InputError} from "./inputError.js";
import {parseJson} from "./readTable.js";
import {schemaDefect} from "./schemaDefect.js";
import {fileSettings} from "./schemas/fileSettings.js";

/** What the owner of a respondents’ file says of it. */
export interface FileSettings {
  /** What numbers made of it are: of made-up respondents, or estimates. */
  rank: "standIn" | "estimated";
  /** True when nothing by row may leave the build. */
  protected: boolean;
  /** Day on which the file came, ISO 8601; null if not said. */
  received: string | null;
  /** What readers are to know of it. */
  note: Text | null;
}

/** Settings of a file that has none beside it. */
export const defaultSettings: FileSettings = {rank: "estimated", protected: false, received: null, note: null};

/** Where a respondents’ file has its settings: beside it, `answers.csv` in `answers.settings.json`. */
export function settingsFileOf(surveyFile: string): string {
  return `${surveyFile.replace(/\.[^./\\]*$/, "")}.settings.json`;
}

/**
 * The settings beside a respondents’ file. A settings file has to say whether the file is protected, so that no slip of
 * the pen opens it.
 *
 * @param read gives a file’s text, default from disk; throws an error with code ENOENT when there is none
 * @throws InputError naming file, setting and value of the first defect
 */
export function readFileSettings(
  surveyFile: string,
  read = (path: string) => readFileSync(path, "utf8"),
): FileSettings {
  const file = settingsFileOf(surveyFile);
  const text = textOf(file, read);
  if (text === null) return defaultSettings;
  const loose = parseJson(text, file);
  const result = fileSettings.safeParse(loose);
  if (!result.success) throw schemaDefect(result.error.issues[0], loose, {file});
  const {$schema: _, ...settings} = result.data;
  return settings;
}

function textOf(file: string, read: (path: string) => string): string | null {
  try {
    return read(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw new InputError(`settings cannot be read: ${(error as Error).message}`, {file});
  }
}
