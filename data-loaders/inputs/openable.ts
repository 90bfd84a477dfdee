import {accessSync, constants, type Stats, statSync} from "node:fs";
import {basename} from "node:path";
import {InputError} from "./inputError.js";

const reasons: Record<string, string> = {
  ENOENT: "no such file",
  ENOTDIR: "no such file",
  EACCES: "file that may not be read: its permissions do not let you",
  EPERM: "file that may not be read: its permissions do not let you",
  ELOOP: "link that leads back to itself",
};

/**
 * What the system says of a file of responses.
 *
 * @param options.file its name in messages
 * @throws InputError when there is none, it may not be read, or it is a folder, a pipe or a device, which would be waited for
 */
export function openable(path: string, {file = basename(path)}: {file?: string} = {}): Stats {
  try {
    const stats = statSync(path);
    if (!stats.isFile()) throw new InputError("not a file", {file});
    accessSync(path, constants.R_OK);
    return stats;
  } catch (error) {
    if (error instanceof InputError) throw error;
    const {code = "", message} = error as NodeJS.ErrnoException;
    throw new InputError(reasons[code] ?? message, {file});
  }
}
