import {mkdirSync, writeFileSync} from "node:fs";
import {readFile} from "node:fs/promises";
import {resolve} from "node:path";
import {pathToFileURL} from "node:url";
import {build} from "esbuild";
import {languageWriter, siteLanguages} from "../data-loaders/inputs/languages/languagePlugin.mjs";
import {surveySettings} from "../data-loaders/inputs/sourceFolder.mjs";

/**
 * Bundles TypeScript files, with all that they import of the project and without packages, for Node. In JavaScript, since it
 * also runs the commands that are written in TypeScript.
 *
 * @param {string[]} files paths from the project's folder
 * @param {object} options
 * @param {string} options.folder where bundles are written: below the project's folder, so that they find its packages
 * @param {string} [options.chunks] how files that several bundles share are named, as esbuild's `chunkNames`
 * @returns {Promise<Record<string, string>>} absolute path of the bundle of each file
 * @throws what esbuild finds wrong in the code
 */
export async function bundleForNode(files, {folder, chunks = "[hash]"}) {
  const {outputFiles, metafile} = await build({
    entryPoints: files,
    entryNames: "[name]-[hash]",
    chunkNames: chunks,
    outdir: folder,
    outExtension: {".js": ".mjs"},
    splitting: true,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    sourcemap: true,
    write: false,
    metafile: true,
    logLevel: "silent",
    plugins: [ownAddress(await languageWriter()), surveySettings, siteLanguages],
  });
  mkdirSync(folder, {recursive: true});
  for (const {path, contents} of outputFiles) writeFileSync(path, contents);
  return Object.fromEntries(
    Object.entries(metafile.outputs).flatMap(([path, {entryPoint}]) =>
      entryPoint ? [[entryPoint, resolve(path)]] : [],
    ),
  );
}

/**
 * Modules that read files beside themselves keep the address that they had before they were bundled.
 *
 * @param {((code: string, path: string) => string) | null} write what adds languages to a module, where there are any to add
 * @returns {import("esbuild").Plugin}
 */
const ownAddress = (write) => ({
  name: "own address",
  setup({onLoad}) {
    onLoad({filter: /\.ts$/}, async ({path}) => {
      const text = await readFile(path, "utf8");
      const code = write ? write(text, path) : text;
      return {contents: code.replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path).href)), loader: "ts"};
    });
  },
});
