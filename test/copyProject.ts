import {cpSync, mkdtempSync, readdirSync, symlinkSync} from "node:fs";
import {tmpdir} from "node:os";
import {basename, join, resolve} from "node:path";
import {cache, isOfLibraries} from "../site/prepare.js";

/** What a copy of the project does without: it is built anew or is the same for all. */
const left = new Set(["node_modules", "dist", ".git", ".observablehq", "test-results"]);

/** The project in a folder of its own, with what npm installed and nothing else of this one. */
export function copyProject(): string {
  const folder = mkdtempSync(join(tmpdir(), "report-"));
  cpSync(".", folder, {recursive: true, filter: (path) => !left.has(basename(path))});
  for (const entry of readdirSync(cache).filter(isOfLibraries))
    cpSync(join(cache, entry), join(folder, cache, entry), {recursive: true});
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
  return folder;
}
