import {combinationsNamed} from "../../data-loaders/survey/explorer/combinations.js";
import {reportData} from "../build/reportData.js";
import {columnFiles, explorerInput} from "../facts.js";

/*
 * What `npm run dev` bundles and imports anew whenever code or inputs change.
 */

export {default as spec} from "../../observablehq.config.js";

export {settings} from "../../src/lib/settings.js";
export {fillIn} from "../pages/deferredHtml.js";

/**
 * What a page or an author's cell fetches of the report, by its address, as a build writes it; null of any other address.
 * Framework would keep a data file until its loader is edited, whatever the loader reads.
 */
export function dataAt(path: string): string | Uint8Array | null {
  const [, file, tallySet, column] =
    /^\/(?:_import\/(?:\w+\/)*|_file\/)?(data\/(?:tallies\/([^?]+)\.json|columns\/([^?]+)\.arrow\.gz|[^?]+))(?:\?.*)?$/.exec(
      path,
    ) ?? [];
  if (tallySet && explorerInput.explorer.inCombinations)
    return JSON.stringify(combinationsNamed(explorerInput, decodeURIComponent(tallySet)));
  if (column) return columnFiles.get(column) ?? null;
  return reportData.get(`/${file}`)?.() ?? null;
}
