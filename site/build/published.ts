import {existsSync, readFileSync, writeFileSync} from "node:fs";
import {resolve} from "node:path";
import {settingsFileOf} from "../../data-loaders/inputs/readFileSettings.js";
import {settings} from "../../src/lib/settings.js";
import {place} from "./workspace.js";

/** Which respondents' file a site was built of, and whether it was open then. */
interface Published {
  /** Absolute path of the respondents' file. */
  file: string;
  access: "open" | "protected";
}

const record = `${place}/built.json`;

/** Puts on record what the site in the output folder was built of. */
export function recordPublished(output: string, {file, access}: Published): void {
  writeFileSync(record, JSON.stringify({...recorded(), [resolve(output)]: {file: resolve(file), access}}));
}

/**
 * After a build that failed: a warning if the site that still stands was built while the file was open and the file's
 * settings no longer say so.
 *
 * @returns the warning, or null
 */
export function openSiteOfProtected(output: string, file: string): string | null {
  const standing = recorded()[resolve(output)];
  if (!existsSync(output) || standing?.access !== "open" || standing.file !== resolve(file)) return null;
  const beside = settingsFileOf(file);
  if (existsSync(beside) ? saysOpen(beside) : settings.access === "open") return null;
  return `WARNING: the site in ${output} was built while ${file} was open, and still publishes every row of it; its settings no longer say so. Delete ${output}, and take down what was published of it`;
}

function recorded(): Record<string, Published> {
  return existsSync(record) ? JSON.parse(readFileSync(record, "utf8")) : {};
}

/** True when settings say that the file is open, whatever else may be wrong with them. */
function saysOpen(settings: string): boolean {
  try {
    return /"access"\s*:\s*"open"/.test(readFileSync(settings, "utf8"));
  } catch {
    return false;
  }
}
