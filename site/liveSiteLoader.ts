import {mkdirSync, writeFileSync} from "node:fs";
import {readFile} from "node:fs/promises";
import {resolve} from "node:path";
import {pathToFileURL} from "node:url";
import {build, type Plugin} from "esbuild";

/** The site's configuration and data as the files are now. */
export type LiveSite = typeof import("./liveSite.js");

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
    const {outputFiles, metafile} = await build({
      entryPoints: ["site/liveSite.ts", "site/facts.ts"],
      entryNames: "[name]-[hash]",
      chunkNames: `of-edition-${edition}-[hash]`,
      outdir: folder,
      outExtension: {".js": ".mjs"},
      splitting: true,
      bundle: true,
      packages: "external",
      platform: "node",
      format: "esm",
      target: "node20",
      write: false,
      metafile: true,
      logLevel: "silent",
      plugins: [ownAddress],
    });
    mkdirSync(folder, {recursive: true});
    for (const {path, contents} of outputFiles) writeFileSync(path, contents);
    const [site] = Object.entries(metafile.outputs).find(([, {entryPoint}]) => entryPoint === "site/liveSite.ts") ?? [
      "",
    ];
    return import(pathToFileURL(resolve(site)).href);
  };
}

/** Modules that read files beside themselves keep the address they had before they were bundled. */
const ownAddress: Plugin = {
  name: "own address",
  setup({onLoad}) {
    onLoad({filter: /[\\/](site|src|data-loaders)[\\/].*\.ts$/}, async ({path}) => {
      const code = await readFile(path, "utf8");
      return {contents: code.replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path).href)), loader: "ts"};
    });
  },
};
