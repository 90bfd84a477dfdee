import {readFileSync} from "node:fs";
import {sourceFolder} from "../sourceFolder.mjs";
import {readWords} from "./wordsFile.mjs";

/** The languages that the source is written in. @type {readonly string[]} */
export const sourceLanguages = ["nb", "en"];

/** A code of two or three letters that has a name (CLDR): of Norwegian, Bokmål and Nynorsk have each their own. @param {string} lang */
export const isLanguage = (lang) => /^[a-z]{2,3}$/.test(lang) && lang !== "no" && nameOf(lang) !== undefined;

const names = new Intl.DisplayNames("en", {type: "language", fallback: "none"});
const nameOf = /** @param {string} lang */ (lang) => names.of(lang);

/**
 * The languages of the site that the source is not written in, in the order of its settings. What is no language is left
 * out: `readSettings` refuses it by name.
 *
 * @returns {string[]}
 */
export function otherLanguages() {
  const text = readFileSync(`${sourceFolder}settings.json`, "utf8").replace(/^\ufeff/, "");
  const {languages} = JSON.parse(text);
  if (!Array.isArray(languages)) return [];
  return languages.filter((lang) => typeof lang === "string" && isLanguage(lang) && !sourceLanguages.includes(lang));
}

/**
 * The same with their words.
 *
 * @returns {import("./rewrite.mjs").Language[]}
 * @throws as `readWords`
 */
export const languagesToAdd = () =>
  otherLanguages().map((lang) => {
    const {from, said} = readWords(lang);
    return {lang, from, say: (key) => said.get(key)};
  });
