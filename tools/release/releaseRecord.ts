import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";

/** What a release says of itself, in `release.json`. */
export interface ReleaseRecord {
  survey: string;
  version: string;
  /** ISO 8601. */
  published: string;
  /** Where it stands for good, with its version and a slash at the end. */
  address: string;
}

/** Where releases are kept, a folder for each version. */
export const releasesFolder = "release";

export const recordFile = "release.json";

/** What has been released, the newest version first. */
export function releasesIn(folder: string): ReleaseRecord[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .map((name) => join(folder, name, recordFile))
    .filter((path) => existsSync(path))
    .map((path): ReleaseRecord => JSON.parse(readFileSync(path, "utf8")))
    .sort((a, b) => b.version.localeCompare(a.version, "en", {numeric: true}));
}
