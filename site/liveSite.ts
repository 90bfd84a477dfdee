import {tallySetNamed} from "../data-loaders/explorer/buildExplorer.js";
import {reportArchive} from "../data-loaders/reportArchive.js";
import {exploring, facts, survey} from "./facts.js";

/*
 * What `npm run dev` bundles and imports anew whenever code or inputs change.
 */

export {default as spec} from "../observablehq.config.js";

export {fillIn} from "./deferredHtml.js";

/** What the loader `src/data.zip.ts` writes. */
export const archive = () => reportArchive({facts, survey});

/** The tallies of a set of variables, which a build writes as files. */
export const tallies = (name: string) => tallySetNamed(exploring, name);
