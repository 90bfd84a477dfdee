import {mkdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {dirname} from "node:path";
import {isRunning} from "./workspace.js";

/**
 * Keeps a second process from doing at the same time what this one does.
 *
 * @param file its existence is the lock; it holds the number of the process that has it
 * @param what for the error: "build"
 * @returns what ends it
 * @throws when another process has it
 */
export function lock(file: string, what: string): () => void {
  mkdirSync(dirname(file), {recursive: true});
  try {
    writeFileSync(file, String(process.pid), {flag: "wx"});
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    const owner = Number(readFileSync(file, "utf8"));
    if (owner !== process.pid && isRunning(owner))
      throw new Error(`another ${what} of this folder is running, process ${owner}: wait until it has ended`);
    writeFileSync(file, String(process.pid));
  }
  return () => rmSync(file, {force: true});
}
