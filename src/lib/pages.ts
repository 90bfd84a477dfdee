import type {Lang, Text} from "./language/text.js";

/** One page of the report; the file has the same name in both languages. */
export interface Page {
  id: string;
  /** Its name in menus. */
  name: Text;
  /** "report" pages are the story; "about" pages are how it was made. */
  part: "report" | "about";
}

/** The pages in reading order. Menus, "read on", language links and tests are made from this list. */
export const pages = [
  {id: "index", name: {nb: "Oversikt", en: "Overview"}, part: "report"},
  {id: "adoption", name: {nb: "Bruk", en: "Adoption"}, part: "report"},
  {id: "strategy", name: {nb: "Strategi", en: "Strategy"}, part: "report"},
  {id: "channels", name: {nb: "Kanaler", en: "Channels"}, part: "report"},
  {id: "dialogue", name: {nb: "Dialog", en: "Dialogue"}, part: "report"},
  {id: "challenges", name: {nb: "Utfordringer", en: "Challenges"}, part: "report"},
  {id: "success-criteria", name: {nb: "Suksesskriterier", en: "Success criteria"}, part: "report"},
  {id: "before-after", name: {nb: "Før og etter", en: "Before and after"}, part: "report"},
  {id: "what-can-it-say", name: {nb: "Spør selv", en: "Ask it"}, part: "report"},
  {id: "crosstab", name: {nb: "Krysstabell", en: "Crosstab"}, part: "report"},
  {id: "data-quality", name: {nb: "Datakvalitet", en: "Data quality"}, part: "about"},
  {id: "codebook", name: {nb: "Kodebok", en: "Codebook"}, part: "about"},
  {id: "sources", name: {nb: "Kilder", en: "Sources"}, part: "about"},
  {id: "method", name: {nb: "Metode", en: "Method"}, part: "about"},
  {id: "accessibility", name: {nb: "Tilgjengelighet", en: "Accessibility"}, part: "about"},
] as const satisfies readonly Page[];

export type PageId = (typeof pages)[number]["id"];

/** A page's address below the site's root, without a leading slash: `nb/adoption.html`, `nb/`. Any static host serves it. */
export function pathOf(page: PageId, lang: Lang): string {
  return `${lang}/${page === "index" ? "" : `${page}.html`}`;
}

/** The page that a path shows, or null for the choice of language and what is not a page of the report. */
export function pageAt(path: string): {page: PageId; lang: Lang} | null {
  const [, lang, name] = /^\/?(nb|en)\/([a-z-]*)(?:\.html)?$/.exec(path) ?? [];
  const page = pages.find(({id}) => id === (name || "index"));
  return page && lang ? {page: page.id, lang: lang as Lang} : null;
}

/** What to read after a page; null after the last of the story. */
export function nextPage(page: PageId): (typeof pages)[number] | null {
  const at = pages.findIndex(({id}) => id === page);
  return pages[at + 1] ?? null;
}
