import {combinationsNamed} from "../data-loaders/explorer/buildExplorer.js";
import {respondentsArrow} from "../data-loaders/products/respondentsArrow.js";
import {reportArchive} from "../data-loaders/reportArchive.js";
import {exploring, facts, survey} from "./facts.js";

/*
 * What `npm run dev` bundles and imports anew whenever code or inputs change.
 */

export {default as spec} from "../observablehq.config.js";

export {fillIn} from "./deferredHtml.js";

/** What the loader `src/data.zip.ts` writes. */
export const archive = () => reportArchive({facts, survey, exploring});

/** What figures fetch to count in, by its address below the site's root, as a build writes it; else null. */
export function counted(path: string): string | Uint8Array | null {
  if (path.endsWith("/data/respondents.arrow")) return respondentsArrow(survey, exploring.explored);
  const [, name] = /\/data\/tallies\/(.+)\.json$/.exec(path) ?? [];
  return name ? JSON.stringify(combinationsNamed(exploring, decodeURIComponent(name))) : null;
}
