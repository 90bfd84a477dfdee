import {existsSync, readFileSync} from "node:fs";
import {checksumOf, readChecksums} from "./checks/checksum.js";
import {InputError} from "./inputError.js";
import {sourceFolder} from "./sourceFolder.mjs";

export {sourceFolder} from "./sourceFolder.mjs";

/** Gives the text of an input by its path below `source/`. */
export type SourceReader = (file: string) => string;

/**
 * A reader of the inputs in a folder. Where a `README.md` keeps their checksums, nothing is let through whose checksum is
 * not on record there.
 *
 * @throws InputError when an input is missing, not listed, changed, or not UTF-8
 */
export function sourceReader(folder = sourceFolder): SourceReader {
  const list = `${folder}README.md`;
  const checksums = existsSync(list) && readChecksums(readFileSync(list, "utf8"));
  return (file) => {
    const bytes = readBytes(folder, file);
    if (!checksums || checksums.size === 0) return decode(bytes, file);
    const onRecord = checksums.get(file);
    if (onRecord === undefined) throw new InputError("input without a row in source/README.md", {file});
    if (onRecord !== "none" && onRecord !== checksumOf(bytes)) {
      throw new InputError(
        `input changed: its checksum is not on record; look at the change, then run npm run accept-input -- ${file}`,
        {file, value: checksumOf(bytes)},
      );
    }
    return decode(bytes, file);
  };
}

function readBytes(folder: string, file: string): Uint8Array {
  try {
    return readFileSync(`${folder}${file}`);
  } catch {
    throw new InputError("missing input", {file});
  }
}

function decode(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder("utf-8", {fatal: true}).decode(bytes);
  } catch {
    throw new InputError("input is not UTF-8", {file});
  }
}
