import {sourceTexts} from "./sources.mjs";
import {readWords} from "./wordsFile.mjs";

/**
 * How much of what a site shows a language has no words for.
 *
 * @typedef {object} Untranslated
 * @property {number} missing texts without a translation
 * @property {number} of texts in all
 * @property {string} file where they belong
 */

/** @type {Map<string, Untranslated>} */
const known = new Map();

/**
 * Memoised: every module is read for it.
 *
 * @param {string} lang
 * @returns {Untranslated}
 * @throws Error as `readWords`, and where a file has words for a text that is nowhere in the source
 */
export function untranslated(lang) {
  const found = known.get(lang) ?? count(lang);
  known.set(lang, found);
  return found;
}

/** @param {string} lang @returns {Untranslated} */
function count(lang) {
  const {from, said, keys, file} = readWords(lang);
  const texts = sourceTexts(from);
  for (const [key, of] of keys)
    if (!texts.has(key))
      throw new Error(
        `no text of the interface: ${JSON.stringify(key)} (${of}); npm run write-words -- ${lang} puts it aside`,
      );
  const missing = [...texts.keys()].filter((key) => !said.has(key)).length;
  return {missing, of: texts.size, file};
}

/** What whoever builds the site is told of a language: null where nothing is missing. @param {string} lang */
export function warningOfWords(lang) {
  const {missing, of, file} = untranslated(lang);
  if (missing === 0) return null;
  return `${lang}: ${missing} of ${of} texts of the interface are not translated, and are in English (${file}); npm run write-words -- ${lang} lists them there`;
}
