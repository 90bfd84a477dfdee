import {mkdirSync, readdirSync, rmSync} from "node:fs";
import {bundleLibraries} from "./libraries.js";

/** Where Framework keeps what it made of loaders and packages. */
export const cache = "src/.observablehq/cache";

/** What is made of the lock file alone, and kept. */
export const isOfLibraries = (entry: string) => entry === "_node" || entry === "_npm" || entry.startsWith("libraries-");

/**
 * Leaves Framework nothing stale and nothing to fetch. A loader's cache is judged by the loader's own age,
 * not by what it imports or reads, so it is thrown away.
 */
export async function prepare(): Promise<void> {
  mkdirSync(cache, {recursive: true});
  for (const entry of readdirSync(cache).filter((each) => !isOfLibraries(each)))
    rmSync(`${cache}/${entry}`, {recursive: true, force: true});
  await bundleLibraries(cache);
}
