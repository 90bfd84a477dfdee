import {mkdirSync, readdirSync, readFileSync, rmSync} from "node:fs";
import {relative} from "node:path";
import {pathToFileURL} from "node:url";
import {languagesToAdd} from "../data-loaders/inputs/languages/siteLanguages.mjs";
import {sourceFolder} from "../data-loaders/inputs/sourceFolder.mjs";
import {bundleForNode} from "./bundleForNode.mjs";

/*
 * `node site/run.mjs FILE …` runs a TypeScript file. It is bundled with all that it imports of the project: Node then starts
 * in less than two thirds of the time that it takes to load and compile the same modules one by one.
 */

const cache = "node_modules/.cache/betakomm";

const file = relative(".", process.argv[2]).replaceAll("\\", "/");
process.argv.splice(1, 1);
process.setSourceMapsEnabled(true);
mkdirSync(cache, {recursive: true});
for (const left of readdirSync(cache)) if (isLeftOver(left)) rmSync(`${cache}/${left}`, {recursive: true, force: true});
const folder = `${cache}/run-${process.pid}`;
process.on("exit", () => rmSync(folder, {recursive: true, force: true}));
const defect = settingsDefect() ?? wordsDefect();
if (defect) {
  console.error(defect);
  process.exit(1);
}
const entries = await bundleForNode([file], {folder});
await import(pathToFileURL(entries[file]).href);

/**
 * True of the folder of a command that was killed. A running one may be this one's parent, and needs its own.
 *
 * @param {string} name
 */
function isLeftOver(name) {
  const [, owner] = /^run-(\d+)$/.exec(name) ?? [];
  if (!owner || Number(owner) === process.pid) return owner !== undefined;
  try {
    process.kill(Number(owner), 0);
    return false;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "ESRCH";
  }
}

/** What is wrong with the words of the languages that the source is not written in, which are bundled too. */
function wordsDefect() {
  try {
    languagesToAdd();
    return null;
  } catch (error) {
    return /** @type {Error} */ (error).message;
  }
}

/** What is wrong with the settings as a file: they are bundled into all code, before anything could say so. */
function settingsDefect() {
  const path = `${sourceFolder}settings.json`;
  try {
    JSON.parse(readFileSync(path, "utf8").replace(/^\ufeff/, ""));
    return null;
  } catch (error) {
    const isMissing = /** @type {NodeJS.ErrnoException} */ (error).code === "ENOENT";
    return isMissing
      ? `no settings.json in the survey's folder, ${sourceFolder}: docs/data.md says what it has`
      : `not JSON: ${/** @type {Error} */ (error).message} (${path})`;
  }
}
