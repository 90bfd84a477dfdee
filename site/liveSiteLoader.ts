import {readFile, writeFile} from "node:fs/promises";
import {pathToFileURL} from "node:url";
import {type BuildContext, context, type Plugin} from "esbuild";
import {cache} from "./prepare.js";

/** The site's configuration and data as the files are now. */
export type LiveSite = typeof import("./liveSite.js");

/**
 * A function that imports the site's code and inputs as they are when it is called. Modules are bundled into one file
 * under a new name each time, since Node never reads a module twice; packages stay as they are.
 *
 * @returns the function; it throws what is wrong in code or inputs
 */
export async function liveSiteLoader(): Promise<() => Promise<LiveSite>> {
  let version = 0;
  const bundle: BuildContext = await context({
    entryPoints: ["site/liveSite.ts"],
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    write: false,
    logLevel: "silent",
    plugins: [ownAddress],
  });
  return async () => {
    const {outputFiles} = await bundle.rebuild();
    const path = `${cache}/site-${++version}.mjs`;
    await writeFile(path, outputFiles?.[0].contents ?? "");
    return import(pathToFileURL(path).href);
  };
}

/** Modules that read files beside themselves keep the address they had before they were bundled. */
const ownAddress: Plugin = {
  name: "own address",
  setup({onLoad}) {
    onLoad({filter: /\/(site|src|data-loaders)\/.*\.ts$/}, async ({path}) => {
      const code = await readFile(path, "utf8");
      return {contents: code.replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path).href)), loader: "ts"};
    });
  },
};
