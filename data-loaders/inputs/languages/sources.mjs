import {readdirSync, readFileSync} from "node:fs";
import {proseTexts} from "./proseTexts.mjs";
import {jsonTexts, moduleTexts} from "./sourceTexts.mjs";

/** @typedef {import("./message.mjs").SourceLanguage} SourceLanguage */

/** What only the pages of this report show, which a survey's folder does not bring. */
const ofThisReport = [
  /^data-loaders\/source\//,
  /^src\/lib\/bounds\//,
  /^src\/components\/figures\/(?!answers|response|shared\/surveyQuantity)/,
  /^src\/components\/(findMunicipality|browser\/(criteriaCheck|guess|story))\.ts$/,
  /^site\/pages\/(changes|blocks\/(changelog|criteria|hundred|municipalities|otherSurveys|ranks|readingsMatter|sizeClasses|sources))\.ts$/,
  /^site\/build\/output\/movedPages\.ts$/,
];

/** The pages that every survey has, but for their language. */
const proseFolders = /** @param {string} lang */ (lang) => [
  ...readdirSync(`site/pages/made/${lang}`).map((name) => `site/pages/made/${lang}/${name}`),
  ...["explore", "data-quality", "accessibility"].map((page) => `src/${lang}/${page}.md`),
];

/**
 * Every text that a site made from a survey's folder can show.
 *
 * @param {SourceLanguage} from the language of the keys
 * @returns {Map<string, string>} what the other language of the source has for each text
 */
export function sourceTexts(from) {
  const modules = ["data-loaders", "site", "src"].flatMap(modulesBelow).flatMap((path) => {
    const code = readFileSync(path, "utf8");
    return path.endsWith(".json") ? jsonTexts(JSON.parse(code), from) : moduleTexts(code, path, from);
  });
  const [own, others] = [from, from === "nb" ? "en" : "nb"].map((lang) =>
    proseFolders(lang).map((path) => proseTexts(readFileSync(path, "utf8"))),
  );
  const prose = own.flatMap((texts, page) => texts.map((text, at) => [text, others[page][at] ?? ""]));
  const found = new Map();
  for (const [key, help] of [...modules, ...prose]) if (!found.has(key)) found.set(key, help);
  return found;
}

/** @param {string} folder */
function modulesBelow(folder) {
  return readdirSync(folder, {recursive: true, encoding: "utf8"})
    .map((name) => `${folder}/${name.replaceAll("\\", "/")}`)
    .filter((path) => /\.(ts|json)$/.test(path) && !/\.test\.ts$|\.d\.ts$|^src\/languages\/|\.grid\.json$/.test(path))
    .filter((path) => !ofThisReport.some((each) => each.test(path)))
    .sort();
}
