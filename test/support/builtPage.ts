import {existsSync, readdirSync, readFileSync} from "node:fs";
import {htmlDocument} from "./htmlDocument.js";

/** Where the site under test was built. */
export const output = "dist";

/** The file behind a path of the site: `nb/adoption` is `nb/adoption.html`, `nb/` is `nb/index.html`. */
export function fileAt(path: string): string | undefined {
  const candidates = [path, `${path}.html`, `${path}${path && !path.endsWith("/") ? "/" : ""}index.html`];
  return candidates.map((file) => `${output}/${file}`).find((file) => existsSync(file) && !isFolder(file));
}

const read = new Map<string, Document>();

/** A page as a reader without scripts gets it. It is read once for all tests, which must not change it. */
export function builtPage(path: string): Document {
  const file = fileAt(path);
  if (!file) throw new Error(`no such page was built: ${path}`);
  const page =
    read.get(file) ?? htmlDocument(readFileSync(file, "utf8"), {url: new URL(path, "http://site.test/").href});
  read.set(file, page);
  return page;
}

/** Every HTML file of the site, below the output. */
export function builtFiles(extension: string): string[] {
  return readdirSync(output, {recursive: true, encoding: "utf8"})
    .filter((file) => file.endsWith(extension))
    .sort();
}

function isFolder(file: string): boolean {
  try {
    readdirSync(file);
    return true;
  } catch {
    return false;
  }
}
