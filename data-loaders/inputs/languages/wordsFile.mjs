import {existsSync, readFileSync} from "node:fs";
import {relative} from "node:path";
import {sourceFolder} from "../sourceFolder.mjs";

/**
 * @typedef {import("./message.mjs").SourceLanguage} SourceLanguage
 * @typedef {object} WordsFile the words of a language, `languages/nn.json`
 * @property {SourceLanguage} [from] the language that its keys are in, and that it is translated from; English where it is not said
 * @property {Record<string, {text: string} & Partial<Record<SourceLanguage, string>>>} words each text of the source, with its
 *   translation, "" where there is none yet, and as a help what the other language of the source says
 * @property {Record<string, string>} [gone] translations of texts that the source no longer has
 *
 * @typedef {object} Words what a language says, of all its files
 * @property {SourceLanguage} from
 * @property {ReadonlyMap<string, string>} said the translation of each text that has one
 * @property {ReadonlyMap<string, string>} keys the file of each text that a file has
 * @property {string} file where a translation that is missing belongs
 */

/** Where the words of a language are: those that come with the software, and those of the survey, which go before them. */
export const wordsFiles = /** @param {string} lang */ (lang) => ({
  shipped: `src/languages/${lang}.json`,
  own: relative(".", `${sourceFolder}languages/${lang}.json`),
});

/**
 * The words of a language.
 *
 * @param {string} lang
 * @returns {Words}
 * @throws Error that names file and key where a file is no such file, or a translation fills in other things than its key
 */
export function readWords(lang) {
  const {shipped, own} = wordsFiles(lang);
  const files = [shipped, own].filter((file) => existsSync(file)).map((file) => ({file, ...readWordsFile(file)}));
  const [{from = "en"} = {}] = files;
  const other = files.find((each) => (each.from ?? "en") !== from);
  if (other)
    throw new Error(`translated from ${other.from ?? "en"}, where ${files[0].file} is from ${from} (${other.file})`);
  const said = new Map();
  const keys = new Map();
  for (const {file, words} of files)
    for (const [key, {text}] of Object.entries(words)) {
      keys.set(key, file);
      if (text) said.set(key, text);
    }
  return {from, said, keys, file: files.at(-1)?.file ?? own};
}

/**
 * @param {string} file
 * @returns {WordsFile}
 * @throws Error as `readWords`
 */
export function readWordsFile(file) {
  /** @type {WordsFile} */
  let given;
  try {
    given = JSON.parse(readFileSync(file, "utf8").replace(/^\ufeff/, ""));
  } catch (error) {
    throw new Error(`not JSON: ${/** @type {Error} */ (error).message} (${file})`);
  }
  if (!["nb", "en", undefined].includes(given.from)) throw new Error(`from is not one of "nb", "en" (${file})`);
  if (typeof given.words !== "object" || given.words === null) throw new Error(`no words (${file})`);
  for (const [key, each] of Object.entries(given.words)) {
    if (typeof each?.text !== "string") throw new Error(`no text: ${JSON.stringify(key)} (${file})`);
    if (each.text) refuseOthers(key, each.text, file);
  }
  return given;
}

/** What a translation keeps as it stands: what is filled in, numbers by name, where links lead, and tags. */
const kept = /\{\w+\}|\[\[[^\]]*\]\]|\]\([^)]*\)|<[^>]+>/g;

/** @param {string} key @param {string} text @param {string} file */
function refuseOthers(key, text, file) {
  const [wanted, given] = [key, text].map((each) => [...each.matchAll(kept)].map(([found]) => found).sort());
  const lacking = wanted.filter((each) => !given.includes(each));
  const unknown = given.filter((each) => !wanted.includes(each));
  if (wanted.join() === given.join()) return;
  const said = [
    lacking.length > 0 && `without ${lacking.join(", ")}`,
    unknown.length > 0 && `with ${unknown.join(", ")}`,
  ];
  const defect = said.filter(Boolean).join(" and ") || "with one of its placeholders more or less often";
  throw new Error(`a translation ${defect}: ${JSON.stringify(key)} (${file})`);
}
