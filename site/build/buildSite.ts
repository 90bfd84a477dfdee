import {type ChildProcess, spawn} from "node:child_process";
import {cpSync, existsSync, renameSync, rmSync, writeFileSync} from "node:fs";
import type {Log} from "@observablehq/framework/dist/config.js";
import {checkRelease, recordRelease} from "../../data-loaders/survey/releases.js";
import {whatIsPublished} from "../../data-loaders/survey/whatIsPublished.js";
import {lock} from "./lock.js";
import {recordPublished} from "./published.js";
import {openWorkspace, place, type Workspace} from "./workspace.js";

/**
 * Builds the site: Framework builds the pages, and the build is finished, checked, and put in the place of the one before.
 * Until then the one before stands as it was, whatever happens.
 *
 * @param output folder that the site is to be in
 * @param tell called with each step that begins
 * @throws at the first defect in an input or a page; when another build of this folder is running
 */
export async function buildSite(output = "dist", tell: (step: string) => void = () => {}): Promise<void> {
  const end = new Ending();
  try {
    end.also(lock(`${place}/build.lock`, "build"));
    bringBack(output);
    tell("reading the inputs and the respondents’ file");
    const work = await openWorkspace("build");
    end.also(work.remove);
    const {survey, surveyPath, exploring} = await buildAside(work, {tell, end});
    // Before the swap: if it cannot be put on record, what stood there stays.
    if (exploring.protectedTables) recordRelease(surveyPath, exploring.protectedTables);
    swap(work.site, output);
    recordPublished(output, {file: surveyPath, access: survey.settings.access});
  } finally {
    end.now();
  }
}

/** Puts the whole site together in a workspace. */
async function buildAside(
  {root, cache, site, figures}: Workspace,
  {tell, end}: {tell: (step: string) => void; end: Ending},
) {
  const [{build, FileBuildEffects}, {frameworkConfig}, {default: spec}, {reportArchive}, report] = await Promise.all([
    import("@observablehq/framework/dist/build.js"),
    import("./frameworkConfig.js"),
    import("../../observablehq.config.js"),
    import("../../data-loaders/reportArchive.js"),
    import("../facts.js"),
  ]);
  const {file, rowsIn, rowsKept} = report.survey.record;
  const {access} = report.survey.settings;
  if (report.exploring.protectedTables) checkRelease(report.surveyPath, report.exploring.protectedTables);
  tell(whatIsPublished({name: file.name, rows: rowsIn, respondents: rowsKept, access}));
  // What the loader `src/data.zip.ts` writes, without a process that reads everything once more.
  writeFileSync(`${cache}/data.zip`, reportArchive(report));
  const config = frameworkConfig({...spec, root, output: site});
  const effects = new FileBuildEffects(site, cache, logOf(tell));
  await Promise.all([build({config}, effects), writeFigures(figures, end)]);
  tell("bundling scripts");
  cpSync(figures, site, {recursive: true});
  const {finish} = await import("./finish.js");
  await finish(site);
  return report;
}

/** What has to be undone however a build ends: also when its process is told to end. */
class Ending {
  private readonly steps: (() => void)[] = [];
  private readonly onExit = () => this.now();

  constructor() {
    process.on("exit", this.onExit);
  }

  also(step: () => void): void {
    this.steps.push(step);
  }

  now(): void {
    process.off("exit", this.onExit);
    while (this.steps.length > 0) this.steps.pop()?.();
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

/** Writes all that stands beside the pages, in a process of its own. @throws Error saying what is wrong */
function writeFigures(folder: string, end: Ending): Promise<void> {
  const child: ChildProcess = spawn(process.execPath, ["site/run.mjs", "site/build/write-figures.ts", folder], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  end.also(() => child.kill());
  let said = "";
  child.stderr?.on("data", (text) => {
    said += text;
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) =>
      code === 0 ? resolve() : reject(new Error(said.trim() || "figures were not written")),
    );
  });
}

/** Framework's own log, of which a reader is told its steps, warnings and errors. */
function logOf(tell: (step: string) => void): Log {
  let told = "";
  const steps: Record<string, string> = {
    load: "reading the pages",
    bundle: "copying what the pages load",
    render: "writing the pages",
  };
  return {
    logger: {
      log() {},
      // Links to what `finish` adds, such as downloads, look broken to Framework; the tests check every link of the whole.
      warn: (text: string) => void (/broken links?/.test(text) || console.warn(text)),
      error: console.error,
    },
    output: {
      write(text) {
        const step = Object.keys(steps).find((each) => text.includes(each));
        if (step && step !== told) tell(steps[step]);
        told = step ?? told;
      },
    },
  };
}
