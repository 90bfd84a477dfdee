import {reportArchive} from "../../data-loaders/reportArchive.js";
import {combinationsNamed} from "../../data-loaders/survey/explorer/explorerInput.js";
import {reportData} from "../build/reportData.js";
import {explorerInput, facts, survey} from "../facts.js";

/*
 * What `npm run dev` bundles and imports anew whenever code or inputs change.
 */

export {default as spec} from "../../observablehq.config.js";

export {settings} from "../../src/lib/settings.js";
export {fillIn} from "../pages/deferredHtml.js";

/** What the loader `src/data.zip.ts` writes. */
export const archive = () => reportArchive({facts, survey, explorerInput});

/** What a page fetches of the report, by its address, as a build writes it; null of any other address. */
export function dataAt(path: string): string | Uint8Array | null {
  const [, file, tallySet] = /^\/(?:_import\/(?:\w+\/)*)?(data\/(?:tallies\/(.+)\.json|.+))$/.exec(path) ?? [];
  if (tallySet) return JSON.stringify(combinationsNamed(explorerInput, decodeURIComponent(tallySet)));
  return reportData.get(`/${file}`)?.() ?? null;
}
