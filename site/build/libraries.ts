import {createHash} from "node:crypto";
import {existsSync, mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {readFile} from "node:fs/promises";
import {dirname} from "node:path";
import {type BuildOptions, build, type Plugin} from "esbuild";

/**
 * Libraries that a cell may use without importing them, as in any notebook: Framework imports them as `npm:` packages,
 * which here are those that are installed. `Inputs` is a part of Framework.
 */
export const implicitLibraries = ["@observablehq/plot", "apache-arrow", "arquero", "d3", "d3-dsv", "htl", "isoformat"];

/** Packages that Framework could import too and that are not installed; `cells.ts` refuses their use. */
const missingLibraries = [
  "@observablehq/duckdb",
  "@observablehq/sample-datasets",
  "echarts",
  "leaflet",
  "lodash",
  "mapbox-gl",
  "parquet-wasm",
  "react",
  "react-dom",
  "topojson-client",
];

/** The installed version of a package. */
export function versionOf(name: string): string {
  return JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8")).version;
}

/**
 * Puts every package that runs in the browser where Framework looks for it: a package that `package.json` depends on as
 * `_node/NAME@VERSION/index.js`, an implicit library as `_npm/NAME@VERSION/_esm.js` as well. Otherwise Framework would
 * bundle a hundred and fifty packages one by one, and fetch the implicit ones from another host.
 *
 * Bundled once for a lock file, then kept.
 */
export async function bundleLibraries(cache: string): Promise<void> {
  const stamp = createHash("sha256")
    .update(readFileSync("package-lock.json"))
    .update(readFileSync("site/build/libraries.ts"));
  const done = `${cache}/libraries-${stamp.digest("hex").slice(0, 16)}`;
  if (existsSync(done)) return;
  await Promise.all(libraryNames().map((name) => bundleLibrary(name, cache)));
  nameMissing(cache);
  writeFileSync(done, "");
}

/** Puts an empty file where Framework looks for each package that runs in the browser. */
export function writeLibraryStubs(cache: string): void {
  for (const name of libraryNames()) writeLibrary(name, cache, "");
  nameMissing(cache);
}

/** Framework asks the npm registry for the version of a library unless there is a folder by the name of one. */
function nameMissing(cache: string): void {
  for (const name of missingLibraries) mkdirSync(`${cache}/_npm/${name}@0.0.0`, {recursive: true});
}

function libraryNames(): string[] {
  const {dependencies} = JSON.parse(readFileSync("package.json", "utf8"));
  return [...new Set([...Object.keys(dependencies), ...implicitLibraries])].filter(isLibrary);
}

const isLibrary = (name: string) => !name.startsWith("@types/");

async function bundleLibrary(name: string, cache: string): Promise<void> {
  const {outputFiles} = await build({
    ...browserBundle,
    entryPoints: [name],
    write: false,
    outdir: cache,
    plugins: [underPolicy],
  });
  writeLibrary(name, cache, outputFiles[0].contents);
}

function writeLibrary(name: string, cache: string, contents: string | Uint8Array): void {
  const paths = [`_node/${name}@${versionOf(name)}/index.js`];
  if (implicitLibraries.includes(name)) paths.push(`_npm/${name}@${versionOf(name)}/_esm.js`);
  for (const path of paths) {
    mkdirSync(dirname(`${cache}/${path}`), {recursive: true});
    writeFileSync(`${cache}/${path}`, contents);
  }
}

/** How code for the browser is bundled. */
export const browserBundle = {
  bundle: true,
  minify: true,
  format: "esm",
  target: ["es2022"],
  legalComments: "none",
  logLevel: "warning",
} satisfies BuildOptions;

/** A part of a library that the site's policy forbids, such as code made from text, and what stands in its place. */
interface Patch {
  file: RegExp;
  from: string;
  to: string;
}

const interpreted = 'import {interpretedFunction} from "#interpretedFunction";\n';

const patches: readonly Patch[] = [
  {
    file: /\/d3-dsv\/dist\/d3-dsv\.mjs$/,
    from: `return new Function("d", "return {" + columns.map(function(name, i) {
    return JSON.stringify(name) + ": d[" + i + "] || \\"\\"";
  }).join(",") + "}");`,
    to: 'return (d) => Object.fromEntries(columns.map((name, i) => [name, d[i] || ""]));',
  },
  {
    // A function as `onclick=${…}` stands in the HTML as an attribute until it is assigned: the policy complains of that.
    file: /\/htl\/src\/index\.js$/,
    from: `if ((name === "style" && isObjectLiteral(value)) || typeof value === "function") {`,
    to: `if (typeof value === "function") {
                string = string.slice(0, attributeNameStart - strings[j - 1].length) + "::" + j + "=''";
                arguments[j] = {[name.toLowerCase()]: value};
                nodeFilter |= SHOW_ELEMENT;
                break;
              }
              if (name === "style" && isObjectLiteral(value)) {`,
  },
  {
    // Whether there are generators is found out by evaluating one: Firefox reports each attempt.
    file: /\/assert-has-generator-support\/lib\/main\.js$/,
    from: `evil( '"use strict"; (function* () {})' );`,
    to: "",
  },
  ...["expression/compile", "expression/compare", "util/unroll"].map((module) => ({
    file: new RegExp(`/arquero/src/${module}\\.js$`),
    from: "Function(",
    to: "interpretedFunction(",
  })),
];

/**
 * Lets d3, Arquero, `Inputs` and stdlib run under the site's policy. Arquero writes its expressions as code: an interpreter runs
 * it, slower, on no more than what a page shows.
 */
export const underPolicy: Plugin = {
  name: "under the policy",
  setup({onLoad, onResolve, resolve}) {
    onResolve({filter: /^#interpretedFunction$/}, () =>
      resolve("./site/build/interpretedFunction.ts", {kind: "import-statement", resolveDir: process.cwd()}),
    );
    onLoad({filter: /[\\/](d3-dsv|arquero|htl|assert-has-generator-support)[\\/].*\.m?js$/}, async ({path}) => {
      const patch = patches.find(({file}) => file.test(path.replaceAll("\\", "/")));
      if (!patch) return undefined;
      const code = await readFile(path, "utf8");
      if (!code.includes(patch.from)) throw new Error(`code to replace is not where it was: ${path}`);
      const patched = code.replaceAll(patch.from, patch.to);
      return {contents: patch.to.startsWith("interpreted") ? interpreted + patched : patched, loader: "js"};
    });
  },
};
