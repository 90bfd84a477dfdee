import {createHash} from "node:crypto";
import {cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {brotliCompressSync, constants, gzipSync} from "node:zlib";
import {CommandError} from "../../data-loaders/command.js";
import type {Lang} from "../../src/lib/language/text.js";
import type {Markup} from "../../src/lib/markup.js";
import {changedBetween, changedNumbersFile, changedNumbersPage} from "./changedNumbers.js";
import {filesBelow, offlineCopy} from "./offlineCopy.js";
import {type ReleaseRecord, recordFile, releasesIn} from "./releaseRecord.js";
import {allReleases, archiveName, checksumsFile, ownRelease} from "./releaseSection.js";

export interface ReleaseOptions {
  record: ReleaseRecord;
  languages: readonly Lang[];
  /** Where releases are kept. */
  releases: string;
  /** The site of all releases. */
  output: string;
  /** Builds the site for an address into a folder. */
  build: (address: string, folder: string) => void;
}

/**
 * Freezes the site as a release: built for an address that names its version, with what has changed since the last one,
 * checksums, and an archive to open without a network. Then builds the site for its usual address, with every release below.
 *
 * @throws CommandError when the version is released already
 */
export function release({record, languages, releases, output, build}: ReleaseOptions): void {
  const {version, address} = record;
  const folder = join(releases, version);
  if (existsSync(folder)) {
    throw new CommandError(
      `version ${version} is released already, and a release never changes: raise "version" and "published" in settings.json (${folder})`,
    );
  }
  const [last] = releasesIn(releases);
  const making = `${folder}.part`;
  rmSync(making, {recursive: true, force: true});
  mkdirSync(releases, {recursive: true});
  build(address, making);
  for (const lang of languages) addTo(join(making, lang, "citation.html"), ownRelease(record, lang));
  const differences = last ? changedBetween(releaseIn(releases, last), {folder: making, record}) : null;
  for (const lang of languages) {
    const page = changedNumbersPage(differences, {before: last?.version ?? "", after: version, lang});
    writeFileSync(join(making, lang, changedNumbersFile), page);
  }
  writeFileSync(join(making, recordFile), `${JSON.stringify(record, null, 2)}\n`);
  const name = archiveName(record);
  writeFileSync(join(making, `${name}.zip`), offlineCopy(making, {name, day: record.published}));
  writeChecksums(making);
  pack(making);
  renameSync(making, folder);
  build(address.slice(0, -`${version}/`.length), output);
  const all = releasesIn(releases);
  for (const lang of languages) addTo(join(output, lang, "citation.html"), allReleases(all, lang));
  pack(output);
  for (const each of all) cpSync(join(releases, each.version), join(output, each.version), {recursive: true});
}

const releaseIn = (releases: string, record: ReleaseRecord) => ({folder: join(releases, record.version), record});

/** Puts a section at the end of a page's text. */
function addTo(page: string, section: Markup): void {
  const html = readFileSync(page, "utf8");
  if (html.split("</main>").length !== 2) throw new Error(`page without one main part: ${page}`);
  writeFileSync(
    page,
    html.replace("</main>", () => `${section.html}\n</main>`),
  );
}

/** As `sha256sum -c` reads them. */
function writeChecksums(folder: string): void {
  const lines = filesBelow(folder).map((path) => {
    const hash = createHash("sha256").update(readFileSync(join(folder, path)));
    return `${hash.digest("hex")}  ${path}\n`;
  });
  writeFileSync(join(folder, checksumsFile), lines.join(""));
}

const isText = /\.(html|js|css|json|jsonstat|jsonld|csv|svg|txt|xml|arrow|R|sps)$/;
/** Less is sent in one packet anyway. */
const leastPacked = 1400;

/** Compresses once what a server would otherwise compress for every reader: `x.html.br` and `x.html.gz` beside `x.html`. */
function pack(folder: string): void {
  for (const path of filesBelow(folder).filter((each) => isText.test(each))) {
    const bytes = readFileSync(join(folder, path));
    if (bytes.length < leastPacked) continue;
    const params = {[constants.BROTLI_PARAM_QUALITY]: 9};
    writeFileSync(join(folder, `${path}.br`), brotliCompressSync(bytes, {params}));
    writeFileSync(join(folder, `${path}.gz`), gzipSync(bytes, {level: 9}));
  }
}
