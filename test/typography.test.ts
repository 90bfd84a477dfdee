import {readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import type {Lang} from "../src/lib/language/text.js";
import {builtFiles, output} from "./support/builtPage.js";

/*
 * Every built page is set as its language sets it: its own quotation marks, dashes that are dashes, and numbers that keep
 * their units on the line.
 */

/** Elements that are no prose: code, files’ contents and names. */
const notProse = /^<(?:script|style|code|pre|textarea|title|q|blockquote|span lang)\b|^<[^>]*\sdata-file\b/;
const withoutEnd = /^<(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)\b|\/>$/;

/** Texts of a built page as they are read, without what is no prose or stands in the other language. */
function textsOf(path: string, lang: Lang): string[] {
  const html = readFileSync(join(output, path), "utf8").replace(/<(script|style|textarea)\b[\s\S]*?<\/\1>/g, "");
  const open: boolean[] = [];
  const texts: string[] = [];
  for (const [part] of html.slice(html.indexOf("<body")).matchAll(/<[^>]*>|[^<]+/g)) {
    if (part.startsWith("</")) open.pop();
    else if (part.startsWith("<")) {
      const isOther = new RegExp(`\\slang="(?!${lang})`).test(part) || notProse.test(part);
      if (!withoutEnd.test(part)) open.push((open.at(-1) ?? true) && !isOther);
    } else if (open.at(-1)) texts.push(decoded(part));
  }
  return texts;
}

const characters: Record<string, string> = {amp: "&", lt: "<", gt: ">", quot: '"', nbsp: "\u00a0", "#39": "'"};
const decoded = (text: string) =>
  text.replace(/&([#\w]+);/g, (whole, name) => characters[name] ?? whole).replace(/[ \n]+/g, " ");

/** What a page in a language must not have, by what is wrong. */
const wrong: Record<Lang, Record<string, RegExp>> = {
  nb: {
    "quotation marks": /["“”]/,
    "a number parted from its unit": /\d (?:%|kB|MB|km)(?!\w)/,
    "a number parted at its thousands": /(?<![\d.,:/–-]|\d )\d{1,3} \d{3}(?![\d/])/,
  },
  en: {
    "quotation marks": /["«»„]/,
    "a number parted from its unit": /\d[ \u00a0]%|\d (?:kB|MB|km)(?!\w)/,
    "thousands as in Norwegian": /(?<![\d.,])\d{1,3}\u00a0\d{3}(?!\d)/,
  },
};
const wrongInBoth: Record<string, RegExp> = {
  "a hyphen for a dash": /\s-\s|--/,
  "a hyphen in a range": /(?<![\d./–-])\d{1,3}-\d{1,3}(?![\d-])/,
  "a straight apostrophe": /\w'\w|\w' |(?<!\S)'\w/,
  "three full stops": /\.\.\.(?!\.)/,
  "a blank before a mark": /\w [,;](?=\s|$)|\w \.(?=\s[A-ZÆØÅ]|$)/,
};

const pages = (["nb", "en"] as const).flatMap((lang) =>
  builtFiles(".html")
    .filter((path) => path.startsWith(`${lang}/`))
    .map((path) => ({path, lang})),
);

describe("the typography of every page", () => {
  it.each(pages)("$path has the marks of its language", ({path, lang}) => {
    const found = Object.entries({...wrong[lang], ...wrongInBoth}).flatMap(([what, mark]) =>
      textsOf(path, lang).flatMap((text) => {
        const at = text.search(mark);
        return at < 0 ? [] : [`${what}: ${text.slice(Math.max(0, at - 30), at + 30)}`];
      }),
    );
    expect([...new Set(found)]).toEqual([]);
  });
});
