import {getOrMake} from "../../../src/lib/memoize.js";
import {formatOf, layersOf, textsOf} from "./layersOf.js";
import {trueCountFinder} from "./trueCounts.js";

/** What a file's respondents can be recognised by, wherever it turns up. */
export interface Traces {
  /** Texts that nobody else wrote, each with the place in the file where it stands first. */
  texts: ReadonlyMap<string, string>;
  /** Rows of respondents, each in all the forms that a table of them may have; empty if they may be published. */
  rows: readonly (readonly string[])[];
  /** The file itself; empty if it may be published. */
  file: Buffer;
  /** Of a file protected by noise the secret that the noise follows from, and the true counts of its tables. */
  secret?: string;
  trueCounts?: readonly (readonly number[])[];
}

/** Words in a row by which a respondent is known, and how many of them have to be different. */
const windowSize = 12;
const leastDifferent = 4;

/** Bytes in a row by which the file itself is known. */
const chunkSize = 64;

/**
 * What looks for traces of respondents in what is about to be published.
 *
 * @param common texts that were there before any respondent: a text that stands in one of them gives nobody away
 * @returns a function of a file's bytes, which says what was found, or null. With `isCode`, single words are not looked
 *   for: a script is full of them
 */
export function leakFinder(
  {texts, rows, file, secret, trueCounts = []}: Traces,
  common: Iterable<Buffer>,
): (bytes: Buffer, options?: {isCode?: boolean}) => string | null {
  const phrases = phrasesOf(texts);
  for (const bytes of common)
    for (const words of readingsOf(bytes)) for (const found of phrases.in(words)) phrases.drop(found);
  const windows = windowsOf(rows);
  const chunks = chunksOf(file);
  const isProtected = rows.length > 0;
  const holdsTrueCounts = trueCountFinder(trueCounts);
  return (bytes, {isCode = false} = {}) => {
    for (const layer of layersOf(bytes)) {
      if (isProtected) {
        const format = formatOf(layer);
        if (format !== undefined && format !== "gzip") return `rows as ${format}`;
        if (chunks.some((chunk) => layer.includes(chunk))) return "the respondents’ file itself";
      }
      for (const words of readingsOf(layer)) {
        if (isProtected && windows.isIn(words)) return "a respondent’s row";
        if (secret && words.includes(secret)) return "the secret of the noise";
        if (!isCode && holdsTrueCounts(words)) return "a table of true counts";
        for (const found of phrases.in(words))
          if (!isCode || found.includes(" ")) return `what a respondent wrote in ${phrases.placeOf(found)}`;
      }
    }
    return null;
  };
}

/** The words of a text as they are compared: case, punctuation and what stands between them make no difference. */
const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .normalize("NFC")
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** The words of bytes in each way that they may be read; those of a page with what stands in its tags, and without. */
const readingsOf = (bytes: Buffer): string[][] =>
  textsOf(bytes)
    .flatMap((text) => (text.includes("</") ? [text, text.replace(/<[^>]*>/g, " ")] : [text]))
    .map((text) => wordsOf(readable(text)));

/** A text without the escapes of JSON, HTML and JavaScript, and without the names of JSON's fields. */
const readable = (text: string) =>
  text
    .replace(/\\u([0-9a-f]{4})|&#x([0-9a-f]+);/gi, (_, json, html) =>
      String.fromCodePoint(Number.parseInt(json ?? html, 16)),
    )
    .replace(/&#(\d+);/g, (_, number) => String.fromCodePoint(Number(number)))
    .replace(/\\[nrt]/g, " ")
    .replace(/"[\w.-]+"\s*:/g, " ");

/** Too short or too usual a text says nothing of anybody: numbers of fewer than eight digits, words of fewer than six letters. */
function isTelling(words: readonly string[]): boolean {
  const all = words.join("");
  return /^\p{N}+$/u.test(all) ? all.length >= 8 : all.length >= 6;
}

/** So many words at the beginning of a text are looked up: of a million comments thousands begin with the same one. */
const beginning = 4;

/** The texts that are looked for, as words with single spaces between them. */
function phrasesOf(texts: Traces["texts"]) {
  const byBeginning = new Map<string, Set<string>>();
  const first = new Set<string>();
  const places = new Map<string, string>();
  for (const [text, place] of texts) {
    const words = wordsOf(text);
    const phrase = words.join(" ");
    if (!isTelling(words) || places.has(phrase)) continue;
    places.set(phrase, place);
    first.add(words[0]);
    getOrMake(byBeginning, beginningOf(words), () => new Set()).add(phrase);
  }
  return {
    placeOf: (phrase: string) => places.get(phrase),
    drop: (phrase: string) => void byBeginning.get(beginningOf(phrase.split(" ", beginning)))?.delete(phrase),
    *in(words: readonly string[]): Generator<string> {
      for (let at = 0; at < words.length; at++) {
        if (!first.has(words[at])) continue;
        for (let length = 1; length <= beginning; length++) {
          const begun = byBeginning.get(beginningOf(words.slice(at, at + length)));
          if (begun) for (const phrase of begun) if (isAt(words, at, phrase)) yield phrase;
        }
      }
    },
  };
}

const beginningOf = (words: readonly string[]) => words.slice(0, beginning).join(" ");

function isAt(words: readonly string[], at: number, phrase: string): boolean {
  let end = at;
  for (let length = -1; length < phrase.length && end < words.length; end++) length += words[end].length + 1;
  return words.slice(at, end).join(" ") === phrase;
}

function windowsOf(rows: Traces["rows"]) {
  const windows = new Set<string>();
  const known = new Set<string>();
  for (const row of rows) {
    const words = row.flatMap(wordsOf);
    for (let at = 0; at + windowSize <= words.length; at++) {
      const some = words.slice(at, at + windowSize);
      if (new Set(some).size < leastDifferent) continue;
      windows.add(some.join(" "));
      for (const word of some) known.add(word);
    }
  }
  return {
    isIn(words: readonly string[]): boolean {
      let run = 0;
      for (let at = 0; at < words.length; at++) {
        run = known.has(words[at]) ? run + 1 : 0;
        if (run >= windowSize && windows.has(words.slice(at + 1 - windowSize, at + 1).join(" "))) return true;
      }
      return false;
    },
  };
}

/** Pieces of the file from its middle, where no two files are alike. */
function chunksOf(file: Buffer): Buffer[] {
  if (file.length < chunkSize) return [];
  return [0.25, 0.5, 0.75].map((share) => {
    const at = Math.floor(share * (file.length - chunkSize));
    return file.subarray(at, at + chunkSize);
  });
}
