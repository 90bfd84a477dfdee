import {readFileSync, writeFileSync} from "node:fs";
import {suggestion} from "../src/lib/language/nearest.js";
import {CommandError} from "./command.js";
import {acceptChecksum, checksumOf, readChecksums} from "./inputs/checks/checksum.js";
import {sourceFolder} from "./inputs/readSource.js";

/**
 * Records the checksum that an input has now: what is run once somebody has looked at how it changed.
 *
 * @param named the input as the README lists it, or a path that ends in that
 * @returns what was done, in a sentence
 * @throws when the README does not list the input, when it carries no checksum, or when there is no such file
 */
export function acceptInput(named: string, folder = sourceFolder): string {
  const readme = readFileSync(`${folder}README.md`, "utf8");
  const checksums = readChecksums(readme);
  const path = named.replaceAll("\\", "/");
  const file = [...checksums.keys()].find((each) => path === each || path.endsWith(`/${each}`));
  if (file === undefined) {
    const suggested = suggestion(path, checksums.keys());
    throw new CommandError(`no row for this input in data-loaders/source/README.md: ${named}${suggested}`);
  }
  const before = checksums.get(file);
  if (before === "none") throw new CommandError(`of our own making: carries no checksum: ${file}`);
  const now = checksumOf(readInput(folder, file));
  if (now === before) return `${file}: this checksum is already on record: ${now}`;
  writeFileSync(`${folder}README.md`, acceptChecksum(readme, file, now));
  return `${file}: recorded ${now} in data-loaders/source/README.md, in place of ${before}`;
}

function readInput(folder: string, file: string): Uint8Array {
  try {
    return readFileSync(`${folder}${file}`);
  } catch {
    throw new CommandError(`missing input: ${file}`);
  }
}
