import {existsSync} from "node:fs";
import {sourceTexts} from "./sources.mjs";
import {readWordsFile, wordsFiles} from "./wordsFile.mjs";

/**
 * The file of a language with every text of the interface. What is translated is kept; what the source no longer has is put
 * aside, under `gone`. In a survey's folder, texts that the software's own file translates are left out.
 *
 * @param {string} lang
 * @param {import("./message.mjs").SourceLanguage} [from] the language to translate from: by default as the file says, or English
 * @returns {{file: string, text: string, said: string}} path and text of the file, and a line on what is in it
 * @throws Error as `readWordsFile`, and where a file that is there is translated from the other language
 */
export function writtenWords(lang, from) {
  const {shipped, own} = wordsFiles(lang);
  const file = process.env.SURVEY ? own : shipped;
  const before = existsSync(file) ? readWordsFile(file) : null;
  const base = file === own && existsSync(shipped) ? readWordsFile(shipped) : null;
  const wanted = from ?? before?.from ?? base?.from ?? "en";
  for (const [path, given] of /** @type {const} */ ([
    [file, before],
    [shipped, base],
  ]))
    if (given && (given.from ?? "en") !== wanted)
      throw new Error(`translated from ${given.from ?? "en"}, not ${wanted} (${path})`);
  const texts = sourceTexts(wanted);
  const help = wanted === "nb" ? "en" : "nb";
  /** @type {Record<string, string>} */
  const kept = {...before?.gone};
  for (const [key, {text}] of Object.entries(before?.words ?? {})) if (text) kept[key] = text;
  const words = [...texts]
    .filter(([key]) => kept[key] || !base?.words[key]?.text)
    .map(([key, other]) => [key, {[help]: other, text: kept[key] ?? ""}]);
  const gone = Object.entries(kept).filter(([key]) => !texts.has(key));
  const content = {
    from: wanted,
    words: Object.fromEntries(words),
    ...(gone.length > 0 && {gone: Object.fromEntries(gone)}),
  };
  const left = words.filter(([, each]) => typeof each === "object" && each.text === "").length;
  return {
    file,
    text: `${JSON.stringify(content, null, 2)}\n`,
    said: `${file}: ${words.length} texts, ${left} of them to be translated${gone.length > 0 ? `; ${gone.length} that are no longer in the source are under "gone"` : ""}`,
  };
}
