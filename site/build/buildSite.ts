import {existsSync, renameSync, rmSync} from "node:fs";
import {recordRelease} from "../../data-loaders/survey/releases.js";
import {Ending} from "./ending.js";
import {lock} from "./lock.js";
import {recordPublished} from "./published.js";
import {openWorkspace, place} from "./workspace.js";

/**
 * Builds the site: Framework builds the pages, and the build is finished, checked, and put in the place of the one before.
 * Until then the one before stands as it was, whatever happens.
 *
 * @param output folder that the site is to be in
 * @param tell called with each step that begins
 * @throws at the first defect in an input or a page; when another build of this folder is running
 */
export async function buildSite(output: string, tell: (step: string) => void): Promise<void> {
  const end = new Ending();
  try {
    end.also(lock(`${place}/build.lock`, "build"));
    bringBack(output);
    tell("reading the inputs and the respondents’ file");
    const work = await openWorkspace("build");
    end.also(work.remove);
    await import("./oneWindow.js");
    const {assemble} = await import("./assemble.js");
    const {survey, surveyPath, explorerInput} = await import("../facts.js");
    await assemble(work, {tell, end});
    // Before the swap: if it cannot be put on record, what stood there stays.
    if (explorerInput.protectedTables)
      recordRelease(surveyPath, explorerInput.protectedTables, explorerInput.noise?.fingerprints);
    swap(work.site, output);
    recordPublished(output, {file: surveyPath, access: survey.settings.access});
  } finally {
    end.now();
  }
}

const previous = (output: string) => `${output}.previous`;

/** Puts a site in the place of another, which is gone only when the new one stands. */
function swap(site: string, output: string): void {
  if (existsSync(output)) renameSync(output, previous(output));
  try {
    renameSync(site, output);
  } catch (error) {
    bringBack(output);
    throw error;
  }
  rmSync(previous(output), {recursive: true, force: true});
}

/** The site before, if a build ended between taking it away and putting the new one there. */
function bringBack(output: string): void {
  if (!existsSync(previous(output))) return;
  if (existsSync(output)) rmSync(previous(output), {recursive: true});
  else renameSync(previous(output), output);
}
