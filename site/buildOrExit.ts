import {existsSync} from "node:fs";
import {join, relative} from "node:path";
import {performance} from "node:perf_hooks";
import {readArguments, runCommand, UsageError} from "../data-loaders/command.js";
import {otherLanguages} from "../data-loaders/inputs/languages/siteLanguages.mjs";
import {draftedIn} from "../data-loaders/inputs/readCodebook.js";
import {readFileSettings} from "../data-loaders/inputs/readFileSettings.js";
import {readSettings} from "../data-loaders/inputs/readSettings.js";
import {sourceFolder, sourceReader} from "../data-loaders/inputs/readSource.js";
import {countsFolder} from "../data-loaders/survey/counts/countsFolder.js";
import {surveyFiles} from "../data-loaders/survey/readSurvey.js";
import {isLocalAddress} from "../src/lib/isLocalAddress.js";
import {has, placeholders, settings} from "../src/lib/settings.js";
import {openSiteOfProtected} from "./build/published.js";
import {message} from "./message.js";

/** Where a site is put unless `--to` names another folder. */
let output = "dist";

/**
 * Builds the site, with a line for each step. If it cannot be built, says why in one line and ends the process with 1; what
 * stood there before stands as it was.
 *
 * @param command how this is called: `npm run build`
 */
export async function buildOrExit(command: string): Promise<void> {
  await runCommand(async () => useSurveyOption(command));
  if (process.exitCode) process.exit();
  const start = performance.now();
  const tell = (step: string) =>
    console.log(`${((performance.now() - start) / 1000).toFixed(1).padStart(5)} s  ${step}`);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.once(signal, () => giveUp(new Error("it was interrupted"), 130));
  try {
    readSettings(sourceReader()); // what is wrong with settings is said at once
    for (const path of sourcesOf()) readFileSettings(path, settings);
    await warnOfWords();
    const {buildSite} = await import("./build/buildSite.js");
    await buildSite(output, tell);
    tell(`built ${output}`);
    for (const line of left()) console.log(line);
    const {siteUrl} = await import("./siteUrl.js");
    if (isLocalAddress(siteUrl))
      console.log(
        `addresses are local (${siteUrl}): embed codes, citations, share previews and the feed need SITE_URL, the address of the site`,
      );
  } catch (error) {
    giveUp(error, 1);
  }
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.removeAllListeners(signal);
}

/** The most names of questions that a line has. */
const mostNamed = 6;

/** What the owner of the survey has still to do. */
function left(): string[] {
  const drafts = draftedIn(sourceReader());
  const named = drafts.length > mostNamed ? [...drafts.slice(0, mostNamed), "…"] : drafts;
  // Whoever makes a site of a survey of their own has no repository to name.
  const open = placeholders(settings).filter((name) => name === "contact" || has("pages"));
  const folder = relative(".", sourceFolder);
  const file = join(folder.startsWith("..") ? sourceFolder : folder, "settings.json");
  return [
    ...(drafts.length > 0
      ? [
          `still drafts in codebook.json, ${drafts.length} of its questions: look through them, and take the mark "drafted" off: ${named.join(", ")}`,
        ]
      : []),
    ...(open.length > 0 ? [`empty in ${file}, or an example: ${open.join(", ")}`] : []),
    ...(open.includes("contact") ? ["without contact no page gives readers an address to write to"] : []),
  ];
}

/** Takes the respondents' file from `--survey FILE`, as from the variable SURVEY_FILE, and the site's folder from `--to`. */
export function useSurveyOption(command: string): undefined {
  const usage = `${command} -- [--survey FILE] [--to FOLDER]`;
  const {values, positionals} = readArguments({
    usage,
    options: {survey: {type: "string"}, to: {type: "string"}},
    most: 1,
  });
  if (positionals.length > 0)
    throw new UsageError(usage, `a respondents’ file is named by --survey: ${positionals[0]}`);
  output = values.to ?? output;
  if (values.survey !== undefined) process.env.SURVEY_FILE = values.survey;
}

/** Says of each language that lacks words how many. @throws Error that names file and key of words for what is nowhere */
async function warnOfWords(): Promise<void> {
  const languages = otherLanguages();
  if (languages.length === 0) return;
  const {warningOfWords} = await import("../data-loaders/inputs/languages/untranslated.mjs");
  for (const warning of languages.map(warningOfWords)) if (warning) console.warn(warning);
}

/** The files of responses, or the folder of counts, that a site is of. */
function sourcesOf(): string[] {
  const counts = countsFolder(settings);
  return counts === null ? surveyFiles(settings) : [counts];
}

function giveUp(error: unknown, exitCode: number): never {
  const stands = existsSync(output) ? `; ${output} is as it was` : "";
  console.error(`not built: ${message(error)}${stands}`);
  const warning = warningOf(output);
  if (warning) console.error(warning);
  process.exit(exitCode);
}

function warningOf(folder: string): string | null {
  try {
    return openSiteOfProtected(folder, sourcesOf().at(-1) ?? "");
  } catch {
    return null; // no file, no warning: the error has said so
  }
}
