import {readFile} from "node:fs/promises";
import {resolve, sep} from "node:path";
import {languagesToAdd} from "./siteLanguages.mjs";

/**
 * A function that adds the site's further languages to a module as it is read, if it has any.
 *
 * @returns {Promise<((code: string, path: string) => string) | null>} null where the site is in Bokmål and English alone
 */
export async function languageWriter() {
  const languages = languagesToAdd();
  if (languages.length === 0) return null;
  const [{rewrite}, {rewriteJson}] = await Promise.all([import("./rewrite.mjs"), import("./sourceTexts.mjs")]);
  return (code, path) =>
    path.endsWith(".json") ? JSON.stringify(rewriteJson(JSON.parse(code), languages)) : rewrite(code, path, languages);
}

/** True of a module of the project, and not of a package or a survey. @param {string} path */
const isOwn = (path) =>
  ["src", "site", "data-loaders"].some((folder) => path.startsWith(resolve(folder) + sep)) &&
  !path.startsWith(resolve("data-loaders/source") + sep);

/**
 * Has esbuild add them to what it bundles for browsers.
 *
 * @type {import("esbuild").Plugin}
 */
export const siteLanguages = {
  name: "site languages",
  async setup({onLoad}) {
    const write = await languageWriter();
    if (write === null) return;
    onLoad({filter: /\.(ts|json)$/, namespace: "file"}, async ({path}) => {
      if (!isOwn(path)) return undefined;
      const contents = write(await readFile(path, "utf8"), path);
      return {contents, loader: path.endsWith(".json") ? "json" : "ts"};
    });
  },
};
