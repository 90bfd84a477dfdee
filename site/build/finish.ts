import {readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {dirname, join, posix, relative} from "node:path";
import {transform} from "esbuild";
import {leakFinder} from "../../data-loaders/downloads/leaks/leakFinder.js";
import {sourceFolder} from "../../data-loaders/inputs/readSource.js";
import type {Survey} from "../../data-loaders/survey/buildSurvey.js";
import {has, settings} from "../../src/lib/settings.js";
import {survey, traces} from "../facts.js";
import {iconLink} from "../pages/chrome.js";
import {fillIn} from "../pages/deferredHtml.js";
import {policy} from "../policy.js";
import {bundleScripts, type PageScript} from "./bundle.js";
import {type Face, faceNames, familyOf} from "./output/fonts.js";
import {billOfMaterials, licencesFile, licencesText, materialsFile} from "./output/licences.js";

const moduleScript = /\s*<script type="module"(?: src="(?<src>[^"]*)")?>(?<code>[\s\S]*?)<\/script>/g;

/** What Framework leaves of its own in the output once scripts are bundled. */
const leftovers = ["_import", "_node", "_npm", "_observablehq"];

/**
 * Turns what Framework built, and the embeds beside it, into what is published: scripts bundled, styles in the page,
 * language, policy and zoom set, and nothing left that depends on when or where the build was run.
 */
export async function finish(output: string): Promise<void> {
  const style = await pageStyle();
  const ofSome = await Promise.all(partStyles.map(async ({file, isFor}) => ({isFor, text: await minified(file)})));
  const pages = htmlFiles(output);
  const scripts = pages.flatMap((page) => pageScript(page, output));
  const {paths, files} = await bundleScripts(scripts, output);
  const byOthers = {[licencesFile]: licencesText(files), [materialsFile]: billOfMaterials(files)};
  for (const [name, text] of Object.entries(byOthers)) writeFileSync(join(output, name), text);
  for (const page of pages) {
    const written = readFileSync(join(output, page), "utf8");
    if (!page.includes("/embed/")) refuseUnfilled(written.replace(moduleScript, ""), page);
    const html = fillIn(written, page);
    writeFileSync(
      join(output, page),
      finishPage(html, {
        page,
        style:
          style +
          ofSome.map(({isFor, text}) => (isFor(page, html) ? text : "")).join("") +
          (await linkedStyles(html, join(output, dirname(page)))),
        script: paths.get(page),
      }),
    );
  }
  for (const folder of leftovers) rmSync(join(output, folder), {recursive: true, force: true});
  if (!isPublic(survey)) refuseLeaks(output, Object.values(byOthers));
}

/** Styles that few pages need, so that the others do not carry them. */
const partStyles: readonly {file: string; isFor(page: string, html: string): boolean}[] = [
  {file: "src/explorer.css", isFor: (_, html) => html.includes(explorerMark)},
  {file: "src/story.css", isFor: (_, html) => /class="(story|controls over)"/.test(html)},
  {file: "src/question.css", isFor: (_, html) => html.includes('class="conditions"')},
  {file: "src/municipality.css", isFor: (_, html) => /data-finder|data-criteria/.test(html)},
  {
    file: "src/entries.css",
    isFor: (_, html) => /class="[^"]*\b(entries|group|doubts|search|elsewhere|citation|stacked)\b/.test(html),
  },
  {file: "src/embed.css", isFor: (page) => page.includes("/embed/")},
];

/** Numbers are looked for in what authors wrote alone: a respondent may write `[[`. */
function refuseUnfilled(written: string, page: string): void {
  const at = written.indexOf("[[");
  if (at >= 0) throw new Error(`a number was not filled in: ${page}, ${written.slice(at, at + 60)}`);
}

/** Made-up respondents that are open have nothing to hide. */
export const isPublic = ({
  respondents: {rank},
  settings: {access},
}: {
  respondents: Pick<Survey["respondents"], "rank">;
  settings: Pick<Survey["settings"], "access">;
}) => rank === "standIn" && access === "open";

/** Last of all, everything that is about to be published is searched for what only the respondents can have written. */
function refuseLeaks(output: string, byOthers: readonly string[]): void {
  const leakIn = leakFinder(traces(), authored(byOthers));
  for (const path of filesBelow(output)) {
    const found = leakIn(readFileSync(path), {isCode: path.endsWith(".js")});
    if (found) throw new Error(`respondents would be published: ${found} (${relative(output, path)})`);
  }
}

/** What the project's authors and those of its packages wrote, the words of the codebook, and the register: nobody's secrets. */
function* authored(byOthers: readonly string[]): Generator<Buffer> {
  for (const text of [...byOthers, ...wordsOfCodebook(survey.codebook)]) yield Buffer.from(text);
  const register = has("register") ? [`${sourceFolder}register`] : [];
  for (const folder of ["src", "site", "data-loaders", ...register])
    for (const path of filesBelow(folder)) if (!path.includes("microdata")) yield readFileSync(path);
}

/** Questions and answers as readers see them, which respondents saw too: one who wrote the same in a comment is not known by it. */
export function wordsOfCodebook({variables}: Pick<Survey["codebook"], "variables">): string[] {
  const texts = variables.flatMap((each) => [
    each.label,
    each.question,
    ...("categories" in each ? each.categories.map(({label}) => label) : []),
  ]);
  return texts.flatMap(({nb, en}) => [nb, en]);
}

function filesBelow(folder: string): string[] {
  const entries = readdirSync(folder, {recursive: true, withFileTypes: true});
  return entries.filter((entry) => entry.isFile()).map(({parentPath, name}) => join(parentPath, name));
}

function htmlFiles(output: string): string[] {
  return filesBelow(output)
    .filter((file) => file.endsWith(".html"))
    .map((file) => relative(output, file).split("\\").join("/"))
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

/**
 * A page as it is published. What is changed of Framework's HTML is changed here, each for its own reason.
 *
 * @param html of the page as Framework wrote it, or of an embed
 * @param finish.page path of the page below the output
 * @param finish.style style sheet of the page
 * @param finish.script path of the page's bundled script below the output, if it has one
 */
export function finishPage(html: string, {page, style, script}: PageFinish): string {
  const lang = settings.languages.find((each) => page.startsWith(`${each}/`)) ?? settings.languages[0];
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
  return (
    html
      // Framework names no language: a screen reader would read Norwegian as English.
      .replace("<html>", `<html lang="${lang}">`)
      // It takes a link with the name of a download for one to a file of its own.
      .replace(/ data-file="/g, ' download="')
      // It keeps readers from enlarging the page.
      .replace(", maximum-scale=1", "")
      // Its scripts stand in the page, which the policy forbids, and each module is a request of its own.
      .replace(moduleScript, "")
      .replace("</body>", () => end)
      // So is each style sheet, and the first paint waits for them: the style stands in the page.
      .replace(/\s*<link rel="(?:modulepreload|preload|stylesheet)"[^>]*>/g, "")
      // The policy comes before all that it is about; and Framework encodes the icon's address twice.
      .replace('<meta charset="utf-8">', () => head)
      // It opens links to other sites in a new window, and does not say so.
      .replace(/ target="_blank"(?: rel="noopener noreferrer")?/g, "")
      // Its titles do not say of which site the page is; those of embeds need not.
      .replace(/<title>([^<]*)<\/title>/, (whole, title: string) =>
        page.includes("/embed/") || title.includes(settings.survey)
          ? whole
          : `<title>${title} – ${settings.survey}</title>`,
      )
  );
}

function fontFace(face: Face, toRoot: string): string {
  return `@font-face{font-family:"${familyOf(face)}";src:url("${toRoot}/fonts/${face}.woff2") format("woff2");font-display:optional}`;
}

/** What every page’s style is: without that of explorers, which `src/style.css` brings in for the preview. */
async function pageStyle(): Promise<string> {
  const css = readFileSync("src/style.css", "utf8").replace(/^@import .*$/gm, "");
  return minify(css);
}

const minified = (file: string) => minify(readFileSync(file, "utf8"));

async function minify(css: string): Promise<string> {
  const {code} = await transform(css, {loader: "css", minify: true, charset: "utf8"});
  return code.trim();
}

/** What a page with an explorer has in it. */
const explorerMark = "data-explores";
