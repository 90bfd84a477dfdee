import {existsSync, readFileSync} from "node:fs";
import {proseTexts, sayProse} from "../../data-loaders/inputs/languages/proseTexts.mjs";
import {sourceLanguages} from "../../data-loaders/inputs/languages/siteLanguages.mjs";
import {readWords} from "../../data-loaders/inputs/languages/wordsFile.mjs";
import {sourceFolder} from "../../data-loaders/inputs/readSource.js";
import type {Lang} from "../../src/lib/language/text.js";
import {pages} from "../../src/lib/pages.js";
import {has, settings} from "../../src/lib/settings.js";

/**
 * The Markdown of a page.
 *
 * @param path as Framework names it, such as `/nb/adoption`
 */
export function pageText(path: string): string {
  return madePages().get(path) ?? readFileSync(`src${path}.md`, "utf8");
}

/** Pages whose text is the same for every survey. */
const shared: readonly string[] = ["explore", "data-quality", "accessibility"];

/** The pages of a survey that brings none of its own, by path: made from its settings, and filled in from its codebook. */
export function madePages(): ReadonlyMap<string, string> {
  if (has("pages")) return new Map();
  const inLanguages = settings.languages.flatMap((lang) =>
    pages.map(({id}) => [`/${lang}/${id}`, madePage(id, lang)] as const),
  );
  return new Map([["/index", choiceOfLanguage()], ["/404", notFound()], ...inLanguages]);
}

function madePage(id: string, lang: Lang): string {
  if (shared.includes(id)) return textIn(lang, (source) => `src/${source}/${id}.md`);
  const theme = settings.themes.find((each) => each.id === id);
  const template = textIn(lang, (source) => `site/pages/made/${source}/${theme ? "theme" : id}.md`);
  const values: Record<string, string> = {
    id,
    survey: settings.survey,
    title: settings.title[lang],
    description: settings.description[lang],
    name: theme?.name[lang] ?? "",
    prose: proseOf(id, lang),
  };
  return inQuotes(template.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole));
}

/** A file of prose, put into a language that the source is not written in; what has no translation is in English. */
function textIn(lang: Lang, fileIn: (source: string) => string): string {
  if (sourceLanguages.includes(lang)) return readFileSync(fileIn(lang), "utf8");
  const {from, said} = readWords(lang);
  const english = proseTexts(readFileSync(fileIn("en"), "utf8"));
  return sayProse(readFileSync(fileIn(from), "utf8"), (words, at, isHead) => {
    const inEnglish = isHead ? english[at] : `<span lang="en">${english[at]}</span>`;
    return said.get(words) ?? inEnglish;
  });
}

/** A page whose front matter may hold any text: what an owner writes may have marks that YAML reads otherwise. */
function inQuotes(text: string): string {
  const end = text.indexOf("\n---", 3);
  const head = text.slice(0, end).replace(/^(\w+): (.+)$/gm, (_, key, value) => `${key}: ${JSON.stringify(value)}`);
  return head + text.slice(end);
}

/** What the owner has written for a page: `prose/work.en.md` in the survey's folder. */
function proseOf(id: string, lang: Lang): string {
  const file = `${sourceFolder}prose/${id}.${lang}.md`;
  return existsSync(file) ? readFileSync(file, "utf8").trim() : "";
}

function plainPage(title: string, lines: readonly string[]): string {
  return `---\ntitle: ${JSON.stringify(title)}\ndescription: ${JSON.stringify(title)}\n---\n\n<div class="choose">\n\n<h1>${title}</h1>\n\n${lines.join("\n\n")}\n\n</div>\n`;
}

function choiceOfLanguage(): string {
  const links = settings.languages.map(
    (lang) =>
      `<p lang="${lang}"><a href="/${lang}/" hreflang="${lang}">${settings.title[lang]}</a> ${settings.description[lang]}</p>`,
  );
  return plainPage(settings.survey, links);
}

function notFound(): string {
  const say = {nb: ["Siden finnes ikke.", "Til forsiden"], en: ["The page does not exist.", "To the front page"]};
  const [first] = settings.languages;
  const links = settings.languages.map(
    (lang) => `<p lang="${lang}">${say[lang][0]} <a href="/${lang}/">${say[lang][1]}</a></p>`,
  );
  return plainPage(say[first][0].replace(/\.$/, ""), links);
}
