import {existsSync} from "node:fs";
import {readFile} from "node:fs/promises";
import {basename, dirname, resolve} from "node:path";
import {type BuildOptions, build, type Metafile, type Plugin} from "esbuild";
import {siteLanguages} from "../../data-loaders/inputs/languages/languagePlugin.mjs";
import {surveySettings} from "../../data-loaders/inputs/sourceFolder.mjs";
import {getOrMake} from "../../src/lib/memoize.js";
import {browserBundle, underPolicy} from "./libraries.js";

/** A page's script as Framework wrote it, and the folder that its relative imports start from. */
export interface PageScript {
  page: string;
  code: string;
  folder: string;
}

interface Bundled {
  paths: ReadonlyMap<string, string>;
  files: ReadonlySet<string>;
}

/** Where bundled scripts go, below the output. */
const scriptFolder = "_js";

/**
 * Bundles every page's script into few files: one for the page, one that pages share, and the drawing code, which is
 * fetched when it is first needed. Framework serves each module by itself, a hundred requests and more for a chart.
 *
 * @returns path of each page's script below the output, and the files of which something is in a script
 */
export async function bundleScripts(scripts: readonly PageScript[], output: string): Promise<Bundled> {
  const files = new Set<string>();
  const entries = new Map(scripts.map((script) => [entryName(script.page), script]));
  const outdir = `${output}/${scriptFolder}`;
  const found = await Promise.all(apart.map((module) => bundleApart(module, outdir, files)));
  await build({...browserBundle, format: "iife", entryPoints: classic, outdir: output, plugins: ofSurvey});
  const result = await build({
    ...common,
    entryPoints: [...entries.keys()].map((name) => ({in: `page:${name}`, out: name})),
    outdir,
    splitting: true,
    // The solver's own bundle: its module takes a part from a CommonJS package, which costs every page a file of helpers.
    alias: {yalps: resolve("node_modules/yalps/dist/index.min.module.js")},
    plugins: [
      ...ofSurvey,
      pageEntries(entries),
      ...apart.map((module, at) => foundApart(module, found[at])),
      ownModules,
      runtimeSource,
      installedLibraries(outdir, files),
      onlyWhatIsThere,
      underPolicy,
    ],
  });
  keepFiles(result.metafile, files);
  const paths = new Map(
    Object.entries(result.metafile.outputs).flatMap(([file, {entryPoint}]) => {
      const script = entryPoint && entries.get(entryPoint.replace(/^page:/, ""));
      return script ? [[script.page, `${scriptFolder}/${file.split("/").at(-1)}`]] : [];
    }),
  );
  return {paths, files};
}

/** Adds the files of which a bundle has something. */
function keepFiles({outputs}: Metafile, files: Set<string>): void {
  for (const {inputs} of Object.values(outputs))
    for (const [file, {bytesInOutput}] of Object.entries(inputs)) if (bytesInOutput > 0) files.add(file);
}

/** What a bundle has of the survey: its settings, and its languages. */
const ofSurvey = [surveySettings, siteLanguages];

const common = {
  ...browserBundle,
  entryNames: "[name]-[hash]",
  chunkNames: "[name]-[hash]",
  preserveSymlinks: true, // names of files carry a hash of the paths they came from: these must lie in the project
  metafile: true,
} satisfies BuildOptions;

/**
 * What is fetched by few pages or few readers, each as one file that shares nothing: otherwise what it shares would be cut
 * out of the pages' own files, and every page would have to fetch more of them.
 */
const apart = [
  "src/components/browser/export/exportFiles.ts",
  "src/components/browser/export/printParts.ts",
  "src/components/browser/story.ts",
  "src/components/workbench/form/explorerForm.ts",
  "src/components/workbench/form/mergeForm.ts",
  "src/components/workbench/form/savedViews.ts",
  "src/components/findMunicipality.ts",
  "src/components/searchEntries.ts",
  "src/lib/table/counts/columnCounter.ts",
  "src/lib/table/counts/tallyFromArrow.ts",
];

/** Scripts that stand at the root by their own names: one for pages of other sites, one that runs before its page is read. */
const classic = ["src/components/host/embed.ts", "src/components/host/moved.ts"];

/** A module or a package, and all it imports, as one file. @returns the file’s name */
async function bundleApart(module: string, outdir: string, files: Set<string>): Promise<string> {
  const {metafile} = await build({...common, entryPoints: [module], outdir, plugins: [...ofSurvey, underPolicy]});
  keepFiles(metafile, files);
  const [file] = Object.keys(metafile.outputs);
  return basename(file);
}

/** Has whoever imports a module fetch its own file. */
function foundApart(module: string, file: string): Plugin {
  return {
    name: "found apart",
    setup({onResolve}) {
      onResolve({filter: new RegExp(`/${basename(module, ".ts")}(\\.[0-9a-f]{8})?\\.js$`)}, () => ({
        path: `./${file}`,
        external: true,
      }));
    },
  };
}

const entryName = (page: string) => page.replace(/\.html$/, "").replaceAll("/", "-");

/** The pages' own scripts, which are in no file. */
function pageEntries(entries: ReadonlyMap<string, PageScript>): Plugin {
  return {
    name: "pages",
    setup({onResolve, onLoad}) {
      onResolve({filter: /^page:/}, ({path}) => ({path: path.slice("page:".length), namespace: "page"}));
      onLoad({filter: /.*/, namespace: "page"}, ({path}) => {
        const script = entries.get(path);
        return script && {contents: importedAtOnce(script.code), resolveDir: resolve(script.folder), loader: "js"};
      });
    },
  };
}

const imported = /const (?<taken>\{[^}]*\}|\[[^\]]*\]) = await (?<from>import\("[^"]+"\)|Promise\.all\(\[.*?\]\));/g;

/**
 * A page's script with what its cells import of our own taken in at once. Framework imports it when a cell runs, which
 * is one journey to the server more, and keeps the whole of a module of which the page uses a part.
 */
function importedAtOnce(code: string): string {
  const statements: string[] = [];
  const rewritten = code.replace(imported, (whole, taken: string, from: string) => {
    const names = [...taken.matchAll(/\{([^}]*)\}/g)].map(([, list]) => list.split(",").map((name) => name.trim()));
    const paths = [...from.matchAll(/import\(("[^"]+")\)/g)].map(([, path]) => path);
    const isOwn = paths.every((path) => path.includes("/components/"));
    const isPlain = names.length === paths.length && names.flat().every((name) => /^\w+$/.test(name));
    if (!isOwn || !isPlain) return whole;
    return paths
      .map((path, index) => {
        const local = (name: string) => `own${statements.length}_${name}`;
        const cell = names[index].map((name) => `${name} = ${local(name)}`).join(", ");
        const statement = `import {${names[index].map((name) => `${name} as ${local(name)}`).join(", ")}} from ${path};`;
        statements.push(statement);
        return `const ${cell};`;
      })
      .join(" ");
  });
  return [...statements, rewritten].join("\n");
}

/** Framework's copies of our own modules lead back to their source, so that only what is used is kept. */
const ownModules: Plugin = {
  name: "own modules",
  setup({onResolve}) {
    onResolve({filter: /\/(?:_import\/)?components\/.+\.js$/}, ({path, resolveDir}) => {
      const [, name] = /components\/(.+?)(?:\.[0-9a-f]{8})?\.js$/.exec(path) ?? [];
      const source = resolve("src/components", `${name}.ts`);
      return !resolveDir.startsWith(resolve("src")) && existsSync(source) ? {path: source} : undefined;
    });
  },
};

/** Framework's copy of the runtime keeps the name of every function as text, 2 kB compressed; its source does not. */
const runtimeSource: Plugin = {
  name: "runtime source",
  setup({onResolve}) {
    onResolve({filter: /\/runtime\.[0-9a-f]{8}\.js$/}, () => ({
      path: resolve("node_modules/@observablehq/framework/dist/client/runtime.js"),
    }));
  },
};

/** A library that an author’s cell uses, where Framework put it: `_npm/d3@7.9.0/2ba16d06.js`, `_node/d3@7.9.0/index.2ba16d06.js`. */
const libraryPath = /\/_(?:npm|node)\/(?<name>(?:@[^/@]+\/)?[^/@]+)@[^/]+\/(?:(?<file>.+)\.)?[0-9a-f]{8}\.js$/;

/** Such a library as one file, bundled anew from the installed package, so that no file of the site's own is cut up for it. */
function installedLibraries(outdir: string, files: Set<string>): Plugin {
  const found = new Map<string, Promise<string>>();
  return {
    name: "installed libraries",
    setup({onResolve}) {
      onResolve({filter: libraryPath}, async ({path}) => {
        const {name = "", file = "index"} = libraryPath.exec(path)?.groups ?? {};
        const entry = file === "index" ? name : `${name}/${file}`;
        const bundled = await getOrMake(found, entry, () => bundleApart(entry, outdir, files));
        return {path: `./${bundled}`, external: true};
      });
    },
  };
}

/** Framework's client can import by name what no page of this site uses, and what is not in the output. */
const onlyWhatIsThere: Plugin = {
  name: "only what is there",
  setup({onLoad}) {
    onLoad({filter: /\/_observablehq\/.+\.js$/}, async ({path}) => {
      const code = await readFile(path, "utf8");
      const isThere = (imported: string) => existsSync(resolve(dirname(path), imported));
      const contents = code.replace(/import\("([^"]*)"\)/g, (whole, imported: string) =>
        isThere(imported) ? whole : 'Promise.reject(new Error("not shipped"))',
      );
      return {contents, loader: "js"};
    });
  },
};
