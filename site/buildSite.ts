import {build, FileBuildEffects} from "@observablehq/framework/dist/build.js";
import type {Log} from "@observablehq/framework/dist/config.js";
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
  const [{frameworkConfig}, {default: spec}] = await Promise.all([
    import("./frameworkConfig.js"),
    import("../observablehq.config.js"),
  ]);
  const config = frameworkConfig({...spec, output});
  const log = logOf(tell);
  // A process of its own, which runs while this one draws the pages.
  const archive = config.loaders.find("/data/summary.json")?.load({useStale: true}, log);
  await Promise.all([archive, build({config}, new FileBuildEffects(output, cache, log))]);
  const {finish} = await import("./finish.js");
  await finish(output, tell);
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
