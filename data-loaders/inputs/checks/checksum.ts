import {createHash} from "node:crypto";

/** A row of the table in `source/README.md`: the file in the first cell, its checksum in the last. */
const row = /^\| `(?<file>[^`]+)` \|.*\| `(?<checksum>[0-9a-f]{64}|none)` \|$/gm;

/** SHA-256 of a file's bytes, as lower-case hexadecimal. */
export function checksumOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Checksums on record, by file; `none` marks a file of our own making. */
export function readChecksums(readme: string): Map<string, string> {
  return new Map([...readme.matchAll(row)].map(({groups}) => [groups?.file ?? "", groups?.checksum ?? ""]));
}

/**
 * The README with a new checksum for one file.
 *
 * @throws when the file has no row in the table
 */
export function acceptChecksum(readme: string, file: string, checksum: string): string {
  if (!readChecksums(readme).has(file)) {
    throw new Error(`no row for this input in data-loaders/source/README.md: ${file}`);
  }
  return readme.replace(row, (line, name: string) =>
    name === file ? line.replace(/`[^`]+` \|$/, `\`${checksum}\` |`) : line,
  );
}
