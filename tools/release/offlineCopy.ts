import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {type Zippable, zipSync} from "fflate";

/** What a copy that is opened from a folder has no use for: scripts, which browsers do not load there, and what they fetch. */
const ofScripts = /^(_js|data\/(explore|tallies))\/|\.js$|\.(br|gz)$|^data\/respondents\.arrow$/;

/**
 * The whole site as a zip archive that opens from a folder without a server: every page as it is without scripts, which is
 * complete. The same site gives the same bytes.
 *
 * @param folder of the built site
 * @param options.name of the folder in the archive
 * @param options.day ISO 8601, of every file in it
 */
export function offlineCopy(folder: string, {name, day}: {name: string; day: string}): Uint8Array {
  const files: Zippable = {};
  for (const path of filesBelow(folder).filter((each) => !ofScripts.test(each))) {
    const bytes = readFileSync(join(folder, path));
    files[`${name}/${path}`] = path.endsWith(".html") ? Buffer.from(offlinePage(bytes.toString())) : bytes;
  }
  return zipSync(files, {level: 6, mtime: `${day}T12:00:00`});
}

/** Paths of the files below a folder, with slashes, in order. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map(({parentPath, name}) =>
      join(parentPath, name)
        .slice(folder.length + 1)
        .replaceAll("\\", "/"),
    )
    .sort();
}

/**
 * A page as a browser shows it that runs no scripts, also in one that would: what is there for those without scripts is
 * shown, and links lead to files, since a folder has no page of its own.
 */
export function offlinePage(html: string): string {
  return html
    .replace(/<script(?! type="application\/ld\+json")\b[^>]*>[\s\S]*?<\/script>/g, "")
    .replace(/<\/?noscript>/g, "")
    .replace(/@media ?\(scripting: ?none\)/g, "@media all")
    .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/g, "")
    .replace(/<link rel="preload"[^>]*>/g, "")
    .replace(/ href="((?:[\w.-]+\/)+)((?:[?#][^"]*)?)"/g, ' href="$1index.html$2"');
}
