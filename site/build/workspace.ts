import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import {dirname, join, resolve} from "node:path";
import {languageWriter} from "../../data-loaders/inputs/languages/languagePlugin.mjs";
import {madePages} from "../pages/pageText.js";
import {bundleLibraries, writeLibraryStubs} from "./libraries.js";

/** Where builds and previews work, and what they keep from one to the next. */
export const place = ".work";

/** What is made of the lock file alone, and kept. Copies of the project that share their packages share it too. */
export const libraries = "node_modules/.cache/betakomm/libraries";

/** Where one build or one preview works: no other sees anything of it, and nothing of an earlier one is in it. */
export interface Workspace {
  /** Framework's root: the pages and components in `src`, and a cache of its own. */
  root: string;
  /** Where Framework keeps what loaders made, and looks for libraries. */
  cache: string;
  /** Where a site is put together before it takes the place of another. */
  site: string;
  /** Where what stands beside the pages is put together. */
  figures: string;
  /** Brings in files that have come, gone or changed in `src` itself. */
  update(): Promise<void>;
  remove(): void;
}

/**
 * Makes a place to work in, and removes those of processes that are gone. A build gets stubs for the site's own modules and
 * for libraries: Framework parses whatever a page imports, and `bundle.ts` then takes the source instead.
 *
 * @param kind of work. Names of scripts depend on the path that they were bundled at, so a build always has the same
 * @throws when it cannot be written
 */
export async function openWorkspace(kind: "build" | "preview"): Promise<Workspace> {
  mkdirSync(place, {recursive: true});
  const name = kind === "build" ? kind : `${kind}-${process.pid}`;
  const folder = `${place}/${name}`;
  for (const entry of readdirSync(place))
    if (entry === name || isLeftOver(entry)) rmSync(join(place, entry), {recursive: true});
  const root = `${folder}/src`;
  const cache = `${root}/.observablehq/cache`;
  const update = async () => {
    const made = madePages();
    const write = kind === "preview" ? await languageWriter() : null;
    mirror("src", root, [...(made.size > 0 ? ownPages : []), ...(write ? modules : [])]);
    if (write) for (const name of modules) copyWritten(join("src", name), join(root, name), write);
    for (const [path, text] of made) {
      mkdirSync(dirname(`${root}${path}`), {recursive: true});
      writeFileSync(`${root}${path}.md`, text);
    }
  };
  mkdirSync(cache, {recursive: true});
  if (kind === "build") {
    writeLibraryStubs(cache);
    writeModuleStubs("src/components", `${root}/components`);
  } else {
    await bundleLibraries(libraries);
    for (const entry of ["_node", "_npm"]) linkFolder(join(libraries, entry), join(cache, entry));
  }
  await update();
  const remove = () => rmSync(folder, {recursive: true, force: true});
  return {root, cache, site: `${folder}/site`, figures: `${folder}/figures`, update, remove};
}

/** An empty file for each module in TypeScript, which `bundle.ts` finds by its name; links to all else. */
function writeModuleStubs(from: string, to: string): void {
  mkdirSync(to);
  for (const entry of readdirSync(from, {withFileTypes: true})) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) linkFolder(source, target);
    else if (entry.name.endsWith(".ts")) writeFileSync(target, "");
    else copyFileSync(source, target);
  }
}

function isLeftOver(entry: string): boolean {
  const [, owner] = /^preview-(\d+)$/.exec(entry) ?? [];
  return owner !== undefined && !isRunning(Number(owner));
}

/** True while there is a process with this number. */
export function isRunning(number: number): boolean {
  try {
    process.kill(number, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** The pages of this report below `src`. */
const ownPages = ["nb", "en", "index.md", "404.md"];

/** Folders of modules below `src`, which Framework serves one by one in the preview. */
const modules = ["components", "lib"];

/** A folder with the modules of another in it, in all languages of the site. */
function copyWritten(from: string, to: string, write: (code: string, path: string) => string): void {
  mkdirSync(to, {recursive: true});
  for (const entry of readdirSync(from, {withFileTypes: true})) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) copyWritten(source, target, write);
    else if (!entry.name.endsWith(".ts")) copyFileSync(source, target);
    else if (!entry.name.endsWith(".test.ts")) writeFileSync(target, write(readFileSync(source, "utf8"), source));
  }
}

/** A folder with the same in it as another, but for what is named: folders as links, and files as copies, since not every system links files. */
function mirror(from: string, to: string, without: readonly string[]): void {
  const left = [".observablehq", ...without];
  const entries = readdirSync(from, {withFileTypes: true}).filter(({name}) => !left.includes(name));
  for (const name of readdirSync(to))
    if (!left.includes(name) && !entries.some((entry) => entry.name === name)) rmSync(join(to, name), {force: true});
  for (const entry of entries) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) {
      if (!existsSync(target)) linkFolder(source, target);
    } else if (!existsSync(target) || !isSame(source, target)) copyFileSync(source, target);
  }
}

const isSame = (a: string, b: string) =>
  statSync(a).size === statSync(b).size && readFileSync(a).equals(readFileSync(b));

const linkFolder = (from: string, to: string) => symlinkSync(resolve(from), to, "junction");
