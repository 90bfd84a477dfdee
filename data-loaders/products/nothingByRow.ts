/** A file that is about to be published. */
export interface PublishedFile {
  path: string;
  bytes: Uint8Array;
}

/** Formats that hold rows, known by how they begin; in a packed one no text could be found. */
const rowFormats: readonly [name: string, begins: readonly number[]][] = [
  ["Parquet", [...new TextEncoder().encode("PAR1")]],
  ["Arrow", [...new TextEncoder().encode("ARROW1")]],
  ["Arrow", [0xff, 0xff, 0xff, 0xff]],
  ["SPSS", [...new TextEncoder().encode("$FL2")]],
  ["SPSS", [...new TextEncoder().encode("$FL3")]],
  ["zip", [0x50, 0x4b, 0x03, 0x04]],
  ["gzip", [0x1f, 0x8b]],
];

/** The table of respondents, by the columns that each of its forms begins with, and the record of changes by row. */
const rowTables = /(?:^|\n)\ufeff?data,row,/;

/**
 * Refuses to publish respondents of a protected file: any format that holds rows, any table by row, and any text that only
 * stands in a respondent's answers. To be called on everything below `dist` when the file is protected.
 *
 * @param canaries texts that nothing published may contain, as numbers of units in a test
 * @throws Error naming the file and what was found in it
 */
export function assertNothingByRow(files: Iterable<PublishedFile>, canaries: readonly string[] = []): void {
  for (const {path, bytes} of files) {
    const found = rowFormat(bytes) ?? textFound(bytes, canaries);
    if (found) throw new Error(`a protected file’s respondents would be published: ${found} (${path})`);
  }
}

function rowFormat(bytes: Uint8Array): string | undefined {
  return rowFormats.find(([, begins]) => begins.every((byte, at) => bytes[at] === byte))?.[0];
}

function textFound(bytes: Uint8Array, canaries: readonly string[]): string | undefined {
  const text = new TextDecoder("utf-8", {ignoreBOM: true}).decode(bytes);
  if (rowTables.test(text)) return "a table by row";
  const canary = canaries.find((each) => text.includes(each));
  return canary === undefined ? undefined : JSON.stringify(canary);
}
