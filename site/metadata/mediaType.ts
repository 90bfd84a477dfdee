/** By how a name ends: the media type, and the name in the EU's list of file types, which DCAT-AP-NO uses. */
const types: Readonly<Record<string, readonly [media: string, euName: string]>> = {
  csv: ["text/csv", "CSV"],
  json: ["application/json", "JSON"],
  xml: ["application/xml", "XML"],
  parquet: ["application/vnd.apache.parquet", "PARQUET"],
  gz: ["application/gzip", "GZIP"],
  R: ["text/x-r-source", "R"],
  sps: ["text/plain", "TXT"],
};

/** @throws Error of a file of a kind that nothing is said of */
function typeOf(path: string): readonly [media: string, euName: string] {
  const found = types[path.slice(path.lastIndexOf(".") + 1)];
  if (!found) throw new Error(`file of unknown media type: ${path}`);
  return found;
}

/** The media type of a file to download. */
export const mediaType = (path: string) => typeOf(path)[0];

/** The address of its type in the EU's list. */
export const euFileType = (path: string) =>
  `http://publications.europa.eu/resource/authority/file-type/${typeOf(path)[1]}`;
