import {cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from "node:fs";
import {dirname, join, posix, relative} from "node:path";
import {transform} from "esbuild";
import {assertNothingByRow} from "../data-loaders/products/nothingByRow.js";
import {settings} from "../src/lib/settings.js";
import {bundleScripts, type PageScript} from "./bundle.js";
import {iconLink} from "./chrome.js";
import {survey} from "./facts.js";
import {type Face, faceNames, familyOf} from "./fonts.js";
import {policy} from "./policy.js";
import {putBack} from "./setAside.js";

const moduleScript = /\s*<script type="module"(?: src="(?<src>[^"]*)")?>(?<code>[\s\S]*?)<\/script>/g;

/** What Framework leaves of its own in the output once scripts are bundled. */
const leftovers = ["_import", "_node", "_npm", "_observablehq"];

/**
 * Turns what Framework built, and the embeds beside it, into what is published: scripts bundled, styles in the page,
 * language, policy and zoom set, and nothing left that depends on when or where the build was run.
 */
export async function finish(output: string): Promise<void> {
  publishData(output);
  const style = await pageStyle();
  const explorerStyle = await minified("src/explorer.css");
  const pages = htmlFiles(output);
  const scripts = pages.flatMap((page) => pageScript(page, output));
  const bundled = await bundleScripts(scripts, output);
  for (const page of pages) {
    const html = putBack(readFileSync(join(output, page), "utf8"), page);
    writeFileSync(
      join(output, page),
      finishPage(html, {
        page,
        style:
          style +
          (html.includes(explorerMark) ? explorerStyle : "") +
          (await linkedStyles(html, join(output, dirname(page)))),
        script: bundled.get(page),
      }),
    );
  }
  for (const folder of leftovers) rmSync(join(output, folder), {recursive: true, force: true});
  if (survey.settings.protected) refuseRespondents(output);
}

/** Last of all, everything that is about to be published of a protected file is looked through. */
function refuseRespondents(output: string): void {
  const files = readdirSync(output, {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile());
  const paths = files.map(({parentPath, name}) => join(parentPath, name));
  try {
    for (const path of paths) assertNothingByRow([{path: relative(output, path), bytes: readFileSync(path)}]);
  } catch (error) {
    rmSync(output, {recursive: true});
    throw error;
  }
}

function htmlFiles(output: string): string[] {
  return readdirSync(output, {recursive: true, encoding: "utf8"})
    .filter((file) => file.endsWith(".html"))
    .map((file) => file.split("\\").join("/"))
    .sort();
}

/** A page's module scripts as one, without the file times that Framework writes; a page without cells needs no runtime. */
function pageScript(page: string, output: string): PageScript[] {
  const html = readFileSync(join(output, page), "utf8");
  const parts = [...html.matchAll(moduleScript)].map(({groups}) => {
    const {src, code = ""} = groups ?? {};
    if (src) return `import ${JSON.stringify(src)};`;
    return code.includes("define({") || !code.includes("_observablehq/client") ? code : "";
  });
  const code = parts
    .join("\n")
    .replace(/"lastModified":\d+,?/g, "")
    .trim();
  return code ? [{page, code, folder: join(output, dirname(page))}] : [];
}

const styleLink = /<link rel="stylesheet" type="text\/css" href="(?<href>[^"]+)"/g;

/** Style sheets that a page brings of its own, such as that of `Inputs`; the site's own stands in every page already. */
async function linkedStyles(html: string, folder: string): Promise<string> {
  const hrefs = [...html.matchAll(styleLink)].map(({groups}) => groups?.href ?? "");
  const own = hrefs.filter((href) => !/_import\/style\.[0-9a-f]{8}\.css$/.test(href));
  return (await Promise.all(own.map((href) => minified(join(folder, href))))).join("");
}

interface PageFinish {
  page: string;
  style: string;
  script: string | undefined;
}

function finishPage(html: string, {page, style, script}: PageFinish): string {
  const lang = /^(nb|en)\//.exec(page)?.[1] ?? "nb";
  const toRoot = relative(dirname(page), ".").split("\\").join("/") || ".";
  const fonts = faceNames.map((face) => fontFace(face, toRoot)).join("");
  const head = `<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
${faceNames.map((face) => `<link rel="preload" as="font" type="font/woff2" crossorigin href="${toRoot}/fonts/${face}.woff2">`).join("\n")}
<style>${fonts}${style}</style>
${iconLink}`;
  // A link to a figure scrolls when the page has been read, which waits for deferred scripts, but not for this one.
  const end = script
    ? `<script type="module" async src="${posix.join(toRoot, script).replace(/^(?!\.)/, "./")}"></script>\n</body>`
    : "</body>";
  const finished = html
    .replace(/<html>/, `<html lang="${lang}">`)
    .replace(/, maximum-scale=1/, "")
    .replace(moduleScript, "")
    .replace(/\s*<link rel="(?:modulepreload|preload|stylesheet)"[^>]*>/g, "")
    .replace(/<meta charset="utf-8">/, () => head)
    .replaceAll("&nbsp;", "\u00a0") // as in what was set aside
    .replace(/ target="_blank"(?: rel="noopener noreferrer")?/g, "")
    .replace(/<title>([^<]*)<\/title>/, (_, title: string) => `<title>${fullTitle(title, page, lang)}</title>`)
    .replace("</body>", () => end);
  if (finished.includes("[["))
    throw new Error(
      `a number was not filled in: ${page}, ${finished.slice(finished.indexOf("[["), finished.indexOf("[[") + 60)}`,
    );
  return `${finished.trimEnd()}\n`;
}

function fullTitle(title: string, page: string, lang: string): string {
  const site = `${settings.survey}`;
  return page.includes("/embed/") || title.includes(site) || lang === "" ? title : `${title} – ${site}`;
}

function fontFace(face: Face, toRoot: string): string {
  return `@font-face{font-family:"${familyOf(face)}";src:url("${toRoot}/fonts/${face}.woff2") format("woff2");font-display:optional}`;
}

/** The facts under a name without a hash: for embeds, and for anyone who wants them. */
function publishData(output: string): void {
  const built = join(output, "_file", "data");
  for (const file of readdirSync(built, {recursive: true, encoding: "utf8"})) {
    if (statSync(join(built, file)).isDirectory()) continue;
    const name = file.replace(/\.[0-9a-f]{8}\.json$/, ".json");
    mkdirSync(dirname(join(output, "data", name)), {recursive: true});
    cpSync(join(built, file), join(output, "data", name));
  }
}

/** What every page’s style is: without that of explorers, which `src/style.css` brings in for the preview. */
async function pageStyle(): Promise<string> {
  const css = readFileSync("src/style.css", "utf8").replace(/^@import "\.\/explorer\.css";.*$/m, "");
  return minify(css);
}

const minified = (file: string) => minify(readFileSync(file, "utf8"));

async function minify(css: string): Promise<string> {
  const {code} = await transform(css, {loader: "css", minify: true, charset: "utf8"});
  return code.trim();
}

/** What a page with an explorer has in it. */
const explorerMark = "data-explores";
