import {spawn} from "node:child_process";
import {cpSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {build, FileBuildEffects} from "@observablehq/framework/dist/build.js";
import type {Log} from "@observablehq/framework/dist/config.js";
import {reportArchive} from "../../data-loaders/reportArchive.js";
import {checkRelease} from "../../data-loaders/survey/releases.js";
import {whatIsPublished} from "../../data-loaders/survey/whatIsPublished.js";
import spec from "../../observablehq.config.js";
import {isLocalAddress} from "../../src/lib/isLocalAddress.js";
import {has} from "../../src/lib/settings.js";
import {answers, explorerInput, facts, survey, surveyPath} from "../facts.js";
import {catalogFile, dcatCatalog} from "../metadata/dcat.js";
import {writeCards} from "../share/writeCards.js";
import {writeFeeds} from "../share/writeFeeds.js";
import {siteUrl} from "../siteUrl.js";
import type {Ending} from "./ending.js";
import {finish} from "./finish.js";
import {frameworkConfig} from "./frameworkConfig.js";
import {writeDownloads, writeZips} from "./output/downloads.js";
import {writeEmbeds} from "./output/embeds.js";
import {writeMovedPages} from "./output/movedPages.js";
import {writeSurveyFiles} from "./output/surveyFiles.js";
import type {Workspace} from "./workspace.js";

/**
 * Puts the whole site together in a workspace.
 *
 * @param options.tell called with each step that begins
 * @throws at the first defect in a page, or in what is about to be published
 */
export async function assemble(
  {root, cache, site, figures}: Workspace,
  {tell, end}: {tell: (step: string) => void; end: Ending},
): Promise<void> {
  if (explorerInput.protectedTables) checkRelease(surveyPath, explorerInput.protectedTables);
  tell(whatIsPublished(survey.record, survey.settings.access, survey.settings.protection));
  tell("writing the files of respondents");
  writeSurveyFiles(figures); // before the pages, which say how large they are
  tell("drawing the figures");
  await writeDownloads(figures);
  writeCards(figures);
  const pictures = writePictures(figures, end);
  // What the loader `src/data.zip.ts` writes, without a process that reads everything once more.
  writeFileSync(`${cache}/data.zip`, reportArchive({facts, survey, explorerInput, answers}));
  const config = frameworkConfig({...spec, root, output: site});
  await Promise.all([build({config}, new FileBuildEffects(site, cache, logOf(tell))), pictures]);
  tell("writing embeds");
  writeEmbeds(figures);
  if (has("pages")) writeMovedPages(figures);
  if (has("pages") && !isLocalAddress(siteUrl)) writeFeeds(figures);
  writeFileSync(join(figures, catalogFile), dcatCatalog());
  await writeZips(figures);
  tell("bundling scripts");
  cpSync(figures, site, {recursive: true});
  await finish(site);
}

/** Draws PNG files and cuts fonts, in a process of its own. @throws Error saying what is wrong */
function writePictures(folder: string, end: Ending): Promise<void> {
  const child = spawn(process.execPath, ["site/run.mjs", "site/build/output/write-pictures.ts", folder], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  end.also(() => child.kill());
  let said = "";
  child.stderr.on("data", (text) => {
    said += text;
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) =>
      code === 0 ? resolve() : reject(new Error(said.trim() || "pictures were not written")),
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
