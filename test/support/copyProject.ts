import {cpSync, mkdtempSync, symlinkSync} from "node:fs";
import {tmpdir} from "node:os";
import {basename, join, resolve} from "node:path";

/** What a copy of the project does without: it is built anew or is the same for all. */
const left = new Set(["node_modules", "dist", "dist.previous", ".git", ".work", "test-results"]);

/** The project in a folder of its own, with what npm installed and nothing else of this one. */
export function copyProject(): string {
  const folder = mkdtempSync(join(tmpdir(), "report-"));
  cpSync(".", folder, {recursive: true, filter: (path) => !left.has(basename(path))});
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
  return folder;
}
