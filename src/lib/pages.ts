import type {Lang, Text} from "./language/text.js";
import {has, settings} from "./settings.js";

/** One page of the report; the file has the same name in both languages. */
export interface Page {
  id: string;
  /** Its name in menus. */
  name: Text;
  /** "report" pages are the story; "about" pages are what it rests on; "site" pages are of the site, and in its foot alone. */
  part: "report" | "about" | "site";
  /** True of a page that breaks responses down: the codebook says which. */
  explores?: true;
}

/** The pages of this report. */
const reportPages = [
  {id: "index", name: {nb: "Oversikt", en: "Overview"}, part: "report"},
  {id: "adoption", name: {nb: "Bruk", en: "Adoption"}, part: "report", explores: true},
  {id: "strategy", name: {nb: "Strategi", en: "Strategy"}, part: "report", explores: true},
  {id: "channels", name: {nb: "Kanaler", en: "Channels"}, part: "report", explores: true},
  {id: "dialogue", name: {nb: "Dialog", en: "Dialogue"}, part: "report", explores: true},
  {id: "challenges", name: {nb: "Utfordringer", en: "Challenges"}, part: "report", explores: true},
  {id: "success-criteria", name: {nb: "Suksesskriterier", en: "Success criteria"}, part: "report"},
  {id: "before-after", name: {nb: "Før og etter", en: "Before and after"}, part: "report"},
  {id: "municipality", name: {nb: "Din kommune", en: "Your municipality"}, part: "report"},
  {id: "what-can-it-say", name: {nb: "Spør sammendraget", en: "Ask the summary"}, part: "report"},
  {id: "explore", name: {nb: "Utforsk", en: "Explore"}, part: "report"},
  {id: "data-quality", name: {nb: "Datakvalitet", en: "Data quality"}, part: "about"},
  {id: "codebook", name: {nb: "Kodebok", en: "Codebook"}, part: "about"},
  {id: "sources", name: {nb: "Sammendraget", en: "The summary"}, part: "about"},
  {id: "other-surveys", name: {nb: "Andre undersøkelser", en: "Other surveys"}, part: "about"},
  {id: "method", name: {nb: "Metode", en: "Method"}, part: "about"},
  {id: "citation", name: {nb: "Sitering", en: "How to cite"}, part: "about"},
  {id: "changelog", name: {nb: "Endringer", en: "Changes"}, part: "site"},
  {id: "accessibility", name: {nb: "Tilgjengelighet", en: "Accessibility"}, part: "site"},
] as const satisfies readonly Page[];

/** Pages of every survey that brings none of its own, after its themes; the first page of all is `index`. */
export const commonPages = ["explore", "data-quality", "codebook", "method", "citation", "accessibility"] as const;

/** Of a survey that brings no pages of its own: an overview, a page for each theme, and those that every survey has. */
const madePages = () => {
  const of = (...ids: PageId[]): SitePage[] => reportPages.filter(({id}) => ids.includes(id));
  const themes = settings.themes.map(
    ({id, name}): SitePage => ({id: id as PageId, name, part: "report", explores: true}),
  );
  return [...of("index"), ...themes, ...of(...commonPages)];
};

/** The pages in reading order. Menus, "read on", language links and tests are made from this list. */
export const pages: readonly SitePage[] = has("pages") ? reportPages : madePages();

/** A page of this report. In the site of another survey its themes have ids of their own, which no code names. */
export type PageId = (typeof reportPages)[number]["id"];
type SitePage = Page & {id: PageId};

/** The pages that break responses down. */
export const explorerPages: readonly PageId[] = pages.flatMap(({id, explores}) => (explores ? [id] : []));

/** A page's address below the site's root, without a leading slash: `nb/adoption.html`, `nb/`. Any static host serves it. */
export function pathOf(page: PageId, lang: Lang): string {
  return `${lang}/${page === "index" ? "" : `${page}.html`}`;
}

/** The page that a path shows, or null for the choice of language and what is not a page of the report. */
export function pageAt(path: string): {page: PageId; lang: Lang} | null {
  const [, lang, name] = /^\/?([a-z]{2,3})\/([a-z0-9-]*)(?:\.html)?$/.exec(path) ?? [];
  const page = pages.find(({id}) => id === (name || "index"));
  return page && settings.languages.includes(lang as Lang) ? {page: page.id, lang: lang as Lang} : null;
}

/** What a page is called in menus and where it is named. */
export function pageName(page: PageId, lang: Lang): string {
  return (pages.find(({id}) => id === page) ?? pages[0]).name[lang];
}

/** What to read after a page; null after the last that menus have, and after what is in the foot alone. */
export function nextPage(page: PageId): SitePage | null {
  const inMenus = pages.filter(({part}) => part !== "site");
  const at = inMenus.findIndex(({id}) => id === page);
  return at < 0 ? null : (inMenus[at + 1] ?? null);
}
