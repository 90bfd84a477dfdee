import {mkdirSync, readdirSync, rmSync} from "node:fs";
import {relative} from "node:path";
import {pathToFileURL} from "node:url";
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
