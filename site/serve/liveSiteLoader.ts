import {pathToFileURL} from "node:url";
import {bundleForNode} from "../bundleForNode.mjs";

/** The site's configuration and data as the files are now. */
export type LiveSite = typeof import("./liveSite.js");

const site = "site/serve/liveSite.ts";

/**
 * A function that imports the site's code and inputs as they are when it is called. Node never reads a module twice, so
 * modules are bundled under a new name whenever they have changed. The facts of the report, and all that they are made
 * by, are a bundle of their own: reading the inputs takes most of the time, and an edit of a figure does not change them.
 *
 * @param folder where bundles are put
 * @returns the function. It is told whether other files than code have changed since it was called last, and throws what
 *   is wrong in code or inputs
 */
export function liveSiteLoader(folder: string): (inputsHaveChanged: boolean) => Promise<LiveSite> {
  let edition = 0;
  return async (inputsHaveChanged) => {
    if (inputsHaveChanged) edition++;
    const entries = await bundleForNode([site, "site/facts.ts"], {folder, chunks: `of-edition-${edition}-[hash]`});
    return import(pathToFileURL(entries[site]).href);
  };
}
