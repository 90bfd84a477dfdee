import {spawn} from "node:child_process";
import {cpSync, writeFileSync} from "node:fs";
import {build, FileBuildEffects} from "@observablehq/framework/dist/build.js";
import type {Log} from "@observablehq/framework/dist/config.js";
import {reportArchive} from "../data-loaders/reportArchive.js";
import {cache, prepare} from "./prepare.js";

/**
 * Builds the site: Framework builds the pages, and the build is finished.
 *
 * @param output folder that the site is written to; emptied first
 * @param tell called with each step that begins
 * @throws at the first defect in an input or a page
 */
export async function buildSite(output = "dist", tell: (step: string) => void = () => {}): Promise<void> {
  tell("preparing libraries");
  await prepare();
  tell("reading the inputs and the respondents’ file");
  const [{frameworkConfig}, {default: spec}, report] = await Promise.all([
    import("./frameworkConfig.js"),
    import("../observablehq.config.js"),
    import("./facts.js"),
  ]);
  // What the loader `src/data.zip.ts` writes, without a process that reads everything once more.
  writeFileSync(`${cache}/data.zip`, reportArchive(report));
  const config = frameworkConfig({...spec, output});
  const log = logOf(tell);
  const figures = `${cache}/figures`;
  await Promise.all([build({config}, new FileBuildEffects(output, cache, log)), writeFigures(figures)]);
  tell("bundling scripts");
  cpSync(figures, output, {recursive: true});
  const {finish} = await import("./finish.js");
  await finish(output);
}

/** Writes all that stands beside the pages, in a process of its own. @throws Error saying what is wrong */
function writeFigures(folder: string): Promise<void> {
  const child = spawn(process.execPath, ["--import", "tsx", "site/write-figures.ts", folder], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.on("data", (text) => {
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
