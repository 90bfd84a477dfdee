import {existsSync} from "node:fs";
import {createRequire} from "node:module";
import {posix, resolve} from "node:path";
import type {Cell, ParsedPage} from "@observablehq/framework/dist/config.js";
import {defaultGlobals} from "@observablehq/framework/dist/javascript/globals.js";
import {getImplicitInputImports} from "@observablehq/framework/dist/libraries.js";
import {implicitLibraries, versionOf} from "../build/libraries.js";

/*
 * What an author's cell may use. The site is served by itself and under a policy that runs no code made from text, so some
 * of what works in a notebook elsewhere cannot work here: it is refused when the page is built, with what to write instead.
 */

/** Of the names that a cell may use without importing them, those of `Inputs` and of installed libraries. */
const implicitImports = new Set(["npm:@observablehq/inputs", ...implicitLibraries.map((name) => `npm:${name}`)]);

/** Methods of `FileAttachment` that need a library which the policy or the size of a page excludes. */
const refusedMethods = new Set(["parquet", "arquero-parquet", "sqlite", "xlsx", "zip"]);

const otherHost = /\b(fetch|import|csv|tsv|dsv|json|text|xml|html|svg|image|blob|buffer)\(\s*["'`](?:https?:)?\/\//;
const codeFromText = /\beval\(|\bnew Function\b/;
const loadedFromElsewhere =
  /<(?:script|img|iframe|link|video|audio|source|object)\b[^>]*\s(?:src|href|data)="(?:https?:)?\/\//i;

/**
 * Refuses what works on no page of this site.
 *
 * @param path the page's path from the root, such as "/en/method"
 * @param hasFile whether there is a file of such a path, or a loader that makes it
 * @throws Error naming page, cell and what to write instead
 */
export function checkCells(page: ParsedPage, path: string, hasFile: Where["hasFile"]): void {
  const declared = new Set(page.code.flatMap(({node}) => node.declarations ?? []).map(({name}) => name));
  for (const [index, cell] of page.code.entries()) {
    const [defect] = defectsOf(cell, {declared, path, hasFile});
    if (defect) throw new Error(`${defect} (src${path}.md, cell ${index + 1}: ${firstLine(cell.node.input)})`);
  }
  const broken = syntaxError(page);
  if (broken) throw new Error(`syntax error: ${broken.message} (src${path}.md, cell ${broken.cell})`);
  const [defect] = pageDefects(page);
  if (defect) throw new Error(`${defect} (src${path}.md)`);
}

/** A cell that is no JavaScript: Framework leaves the parser’s message, with line and column in the cell, in its place. */
function syntaxError({body}: ParsedPage): {message: string; cell: number} | null {
  const found = /observablehq--error"[^>]*>SyntaxError: ([^<]*)</.exec(body);
  if (!found) return null;
  const before = body.slice(0, found.index).match(/<!--:[^>]*:-->/g) ?? [];
  return {message: found[1].replaceAll("&#x27;", "'").replaceAll("&quot;", '"'), cell: before.length + 1};
}

const firstLine = (code: string) => code.trim().split("\n")[0].slice(0, 60);

/** Where a cell stands. */
interface Where {
  /** Names that cells of the page declare. */
  declared: ReadonlySet<string>;
  path: string;
  hasFile(path: string): boolean;
}

function defectsOf({node, mode}: Cell, where: Where): string[] {
  const {declared, path} = where;
  const free = node.references.map(({name}) => name).filter((name) => !declared.has(name) && !defaultGlobals.has(name));
  return [
    ...(mode === "jsx" ? ["React is not installed: write a js cell"] : []),
    ...free.flatMap((name) => implicitDefect(name) ?? []),
    ...node.imports.flatMap(({name, type}) => (type === "local" ? localDefect(name, path) : importDefect(name)) ?? []),
    ...node.files.flatMap((file) => fileDefect(file) ?? missingFileDefect(file, where) ?? []),
    ...(otherHost.test(node.input) ? [elsewhere] : []),
    ...(codeFromText.test(node.input)
      ? ["code made from text, which the site’s policy forbids: write a function"]
      : []),
  ];
}

const elsewhere = "a request to another host: read the data in a data loader, and attach its file";

function implicitDefect(name: string): string | null {
  const [needed] = getImplicitInputImports([name]);
  if (!needed || implicitImports.has(needed)) return null;
  return `not available in a cell: ${name}; ${adviceFor[name] ?? "install the library and import it by name"}`;
}

const inLoader = "compute it in a data loader, and attach its file";
const adviceFor: Record<string, string> = {
  sql: inLoader,
  DuckDBClient: inLoader,
  duckdb: inLoader,
  SQLite: inLoader,
  SQLiteDatabaseClient: inLoader,
  tex: "write the formula in HTML",
  mermaid: "draw it with Plot, or as an SVG file",
  dot: "draw it with Plot, or as an SVG file",
};

const require = createRequire(resolve("package.json"));

function importDefect(name: string): string | null {
  if (/^(https?:)?\/\//.test(name) || name.startsWith("jsr:"))
    return `import from another host: ${name}; install it with npm`;
  if (name.startsWith("observablehq:") || name === "npm:@observablehq/inputs") return null;
  const [, npm, bare] = /^(npm:)?((?:@[^/@]+\/)?[^/@]+)/.exec(name) ?? [];
  if (npm) return npmDefect(name, bare);
  try {
    require.resolve(name);
    return null;
  } catch {
    return `package that is not installed: ${name}; run npm install ${bare}`;
  }
}

/** Framework fetches `npm:` packages from another host, but for those that are put in its cache. */
function npmDefect(name: string, bare: string): string | null {
  if (implicitLibraries.includes(bare) && [`npm:${bare}`, `npm:${bare}@${versionOf(bare)}`].includes(name)) return null;
  return `import from another host: ${name}; run npm install ${bare}, and import "${bare}"`;
}

function localDefect(name: string, path: string): string | null {
  const file = posix.join("src", posix.dirname(path), name);
  const exists = existsSync(file) || existsSync(file.replace(/\.js$/, ".ts"));
  return exists ? null : `import of a file that does not exist: ${name}`;
}

/** Framework tells the method from the file's name where a cell does not say it beside the file. */
function fileDefect({name, method}: {name: string; method?: string}): string | null {
  if (!method || !refusedMethods.has(method)) return null;
  return `FileAttachment.${method}() is not available: ${name.replace("./", "")}; ${convert}`;
}

function missingFileDefect({name}: {name: string}, {path, hasFile}: Where): string | null {
  return hasFile(posix.join(posix.dirname(path), name))
    ? null
    : `FileAttachment of a file that does not exist: ${name}`;
}

const convert = "have a data loader write it as CSV, JSON or Arrow";

function pageDefects({body, data}: ParsedPage): string[] {
  return [
    ...(data.sql ? ["sql in the front matter is not available: compute it in a data loader, and attach its file"] : []),
    ...(loadedFromElsewhere.test(body) ? [elsewhere] : []),
    ...(/<script\b(?![^>]*\bsrc=)/i.test(body)
      ? ["a script in HTML does not run under the site’s policy: write a js cell"]
      : []),
    ...(/<[a-z][^>]*\son[a-z]+\s*=/i.test(body)
      ? ["an event attribute in HTML does not run under the site’s policy: write a js cell"]
      : []),
  ];
}
