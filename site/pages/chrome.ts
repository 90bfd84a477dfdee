import {sourceLanguages} from "../../data-loaders/inputs/languages/siteLanguages.mjs";
import {untranslated} from "../../data-loaders/inputs/languages/untranslated.mjs";
import type {FigureView} from "../../src/components/figure.js";
import {isLocalAddress} from "../../src/lib/isLocalAddress.js";
import {formatNumber} from "../../src/lib/language/format.js";
import {capital, type Lang, languageName, type Text} from "../../src/lib/language/text.js";
import {words} from "../../src/lib/language/words.js";
import {type Markup, markup} from "../../src/lib/markup.js";
import {nextPage, type PageId, pageAt, pageName, pages, pathOf} from "../../src/lib/pages.js";
import {initialSelection} from "../../src/lib/selection.js";
import {has, placeholders, settings} from "../../src/lib/settings.js";
import {facts} from "../facts.js";
import {schemaOrg} from "../metadata/schemaOrg.js";
import {cardTags} from "../share/cardTags.js";
import {feedFile, figureOf} from "../share/files.js";
import {absolute, siteUrl} from "../siteUrl.js";
import {viewOf} from "../views.js";
import {descriptionOf} from "./frontMatter.js";

/** Four squares, one of them hollow: the hundred squares of the overview in small. */
const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path fill="#0b5d6b" d="M1 1h6v6H1zM9 1h6v6H9zM1 9h6v6H1z"/><path fill="none" stroke="#b4530a" stroke-width="1.5" d="M9.75 9.75h4.5v4.5h-4.5z"/></svg>`;

/** The site's sign, in the page itself, so that no browser asks for one. */
export const iconLink = markup`<link rel="icon" href="data:image/svg+xml,${encodeURIComponent(icon)}">`;

/** What Framework tells of the page around which chrome is drawn. */
interface About {
  title?: string | null;
  path: string;
}

/** Pages that search engines find the data by. */
const tellOfData = new Set<PageId>(["index", "data-quality"]);

/** What stands in `<head>`: description, language pairs, social preview and the script of every page. */
export function head({title, path}: About): string {
  const here = pageAt(path);
  const lang = here?.lang ?? settings.languages[0];
  const description = descriptionOf(path);
  return markup`<meta name="description" content="${description}">
${here ? alternates(here.page, lang) : path === "/index" && alternates("index", null)}
${cardTags({lang, title: title ?? settings.survey, description, name: here?.page ?? "index", view: viewOfPage(here?.page ?? "index")})}
${here?.page === "changelog" && !isLocalAddress(siteUrl) && markup`<link rel="alternate" type="application/atom+xml" title="${settings.title[lang]}" href="${absolute(feedFile(lang))}">`}
${here && tellOfData.has(here.page) && schemaOrg(lang)}
<script type="module" src="/components/page.js"></script>`.html;
}

function alternates(page: PageId, lang: Lang | null): Markup {
  return markup`<link rel="canonical" href="${absolute(lang ? pathOf(page, lang) : "")}">
${settings.languages.map((each) => markup`<link rel="alternate" hreflang="${each}" href="${absolute(pathOf(page, each))}">`)}
<link rel="alternate" hreflang="x-default" href="${absolute(page === "index" ? "" : pathOf(page, settings.languages.includes("en") ? "en" : settings.languages[0]))}">`;
}

/** The figure that stands for a page where it is shared, as it is at first. */
function viewOfPage(page: PageId): FigureView | undefined {
  const figure = figureOf(page);
  return figure && viewOf(figure, initialSelection(figure.choices(facts)));
}

/** What stands over every page: skip link, name, menu, the other language. */
export function header({path}: About): string {
  const here = pageAt(path);
  if (!here) return plainHeader();
  const {page, lang} = here;
  return markup`<a class="skip" href="#observablehq-main">${words.skip[lang]}</a>
<div class="masthead"><a class="name" href="/${pathOf("index", lang)}">${settings.survey}</a>
${languageLinks(page, lang)}</div>
<nav class="menu-wide" aria-label="${words.pages[lang]}">${menuLists(page, lang)}</nav>
<nav class="menu-narrow" aria-label="${words.pages[lang]}"><details><summary>${words.menu[lang]}: <span>${pageName(page, lang)}</span></summary>${menuLists(page, lang)}</details></nav>`
    .html;
}

/** The same page in the other languages, each by its own name. */
function languageLinks(page: PageId, lang: Lang): Markup | false {
  const links = settings.languages
    .filter((each) => each !== lang)
    .map(
      (each) =>
        markup`<a class="language" href="/${pathOf(page, each)}" hreflang="${each}" lang="${each}" data-language>${ownName(each)}</a>`,
    );
  if (links.length < 2) return links.length === 1 && links[0];
  return markup`<span class="languages">${links}</span>`;
}

/** What a language calls itself. Bokmål or Nynorsk alone is plainly Norwegian. */
function ownName(lang: Lang): string {
  const norwegian = settings.languages.filter((each) => /^n[bn]$/.test(each));
  return norwegian.length === 1 && norwegian[0] === lang ? "Norsk" : capital(languageName(lang, lang));
}

function plainHeader(): string {
  return markup`<div class="masthead"><span class="name">${settings.survey}</span></div>`.html;
}

/** The story, and how it was made: two lists, so that a line breaks between them. */
function menuLists(current: PageId, lang: Lang): Markup[] {
  return (["report", "about"] as const).map(
    (part) => markup`<ul class="${part}">${menuItems(part, current, lang)}</ul>`,
  );
}

function menuItems(part: "report" | "about", current: PageId, lang: Lang): Markup[] {
  return pages
    .filter((page) => page.part === part)
    .map(
      ({id, name}) =>
        markup`<li><a href="/${pathOf(id, lang)}"${id === current && markup` aria-current="page"`}>${name[lang]}</a></li>`,
    );
}

/** Who publishes, and the pages that are of the site. An address for errors only where the owner has given one. */
function credit(lang: Lang): Markup {
  const errors = placeholders(settings).includes("contact")
    ? ""
    : markup` · <a href="${settings.contact}">${say.errors[lang]}</a>`;
  const links = pages.filter(({part}) => part === "site");
  return markup`<p>${settings.publisher[lang]}, ${words.version[lang].toLowerCase()} ${settings.version}.${has("claims") && ` ${say.source[lang]}`} <a href="/${pathOf("citation", lang)}">${say.cite[lang]}</a>${links.map(({id, name}) => markup` · <a href="/${pathOf(id, lang)}">${name[lang]}</a>`)}${errors}</p>`;
}

/** How much of the interface is in English, where the page is in a language that lacks words. */
function inEnglish(lang: Lang): Markup | false {
  if (sourceLanguages.includes(lang)) return false;
  const {missing, of} = untranslated(lang);
  if (missing === 0) return false;
  const [name, n, all] = [languageName(lang, "en"), formatNumber(missing, "en"), formatNumber(of, "en")];
  return markup`<p class="untranslated" lang="en">${n} of the ${all} texts of this site’s interface have no translation into ${name} yet, and are in English.</p>`;
}

const say = {
  source: {
    nb: "Tallene fra BETA.KOMM er fra sammendraget.",
    en: "The numbers from BETA.KOMM are from its summary.",
  },
  cite: {nb: "Kilder og sitering", en: "Sources and citation"},
  errors: {nb: "Meld fra om feil", en: "Report an error"},
} satisfies Record<string, Text>;

/** What stands under every page: the next page, who published, and the place where changes are announced. */
export function footer({path}: About): string {
  const here = pageAt(path);
  if (!here) return "";
  const {page, lang} = here;
  const next = nextPage(page);
  return markup`${next && markup`<nav class="next" aria-label="${words.next[lang]}"><a href="/${pathOf(next.id, lang)}"><span>${words.next[lang]}</span> ${next.name[lang]}</a></nav>`}
${credit(lang)}
${inEnglish(lang)}
<p id="status" class="said" role="status"></p>`.html;
}
