import {groups} from "d3";
import {type Lang, quoted, type Text} from "../../../src/lib/language/text.js";
import {words} from "../../../src/lib/language/words.js";
import {type Markup, markup} from "../../../src/lib/markup.js";
import {type PageId, pageName, pathOf} from "../../../src/lib/pages.js";
import type {Use} from "../numbers/usage.js";

/** What a list can be narrowed to beside words: entries carry the code as `data-KEY`. */
interface EntryFilter {
  key: string;
  label: Text;
  options: Readonly<Record<string, Text>>;
}

interface SearchOptions {
  filter?: EntryFilter;
  /** Another page that can be searched for the same words. */
  also?: PageId;
}

const searchOther: Text = {nb: "Søk etter det samme i", en: "Search for the same in"};

/** The field that searches the lists of a page, and its filter; hidden where there are no scripts. */
export function searchBlock(label: Text, {filter, also}: SearchOptions = {}): (lang: Lang) => Markup {
  return (lang) => markup`<form class="controls search" role="search" data-search autocomplete="off">
<label class="filter" data-key="q"><span>${label[lang]}</span> <input type="search" name="q"></label>
${filter && filterMarkup(filter, lang)}
<p class="found"><span data-found></span>${also && markup` <a href="/${pathOf(also, lang)}" data-also hidden>${searchOther[lang]} ${quoted(pageName(also, lang), lang)}</a>`}</p>
<p class="notice" role="alert" hidden></p>
</form>`;
}

function filterMarkup({key, label, options}: EntryFilter, lang: Lang): Markup {
  const each = Object.entries(options).map(([code, text]) => markup`<option value="${code}">${text[lang]}</option>`);
  return markup`<label class="filter" data-key="${key}"><span>${label[lang]}</span> <select name="${key}"><option value="">${words.all[lang]}</option>${each}</select></label>`;
}

/** Entries under a heading that unfolds them. */
export interface EntryGroup {
  id: string;
  label: Text;
  entries: readonly Markup[];
  isOpen?: boolean;
}

/** Folded lists of entries. The browser's search for words unfolds them, and so do a link to an entry, a script and paper. */
export function entryGroups(groups: readonly EntryGroup[], lang: Lang): Markup {
  return markup`${groups.map(
    ({id, label, entries, isOpen}) =>
      markup`<details class="data group" id="g-${id}"${isOpen && markup` open`}><summary><h3>${label[lang]}</h3> <span class="quiet">${entries.length}</span></summary>
<ol class="entries" data-searched>${entries}</ol></details>`,
  )}`;
}

const say = {
  used: {nb: "Brukt på", en: "Used on"},
  unused: {nb: "Ikke brukt på andre sider", en: "Not used on other pages"},
  text: {nb: "tekst", en: "text"},
  figure: {nb: "figur", en: "figure"},
  question: {nb: "spørsmål", en: "question"},
} satisfies Record<string, Text>;

/** The places where an entry is used, as links, page by page. */
export function usesMarkup(uses: readonly Use[], lang: Lang): Markup {
  if (uses.length === 0) return markup`${say.unused[lang]}`;
  const pages = groups(uses, ({page}) => page).map(([page, places]) => {
    const links = places.map(({kind, anchor}, index) => {
      const href = `/${pathOf(page, lang)}${anchor ? `#${anchor}` : ""}`;
      return markup`${index > 0 && ", "}<a href="${href}">${say[kind][lang]}</a>`;
    });
    return markup`${pageName(page, lang)}: ${links}`;
  });
  return markup`${say.used[lang]} ${pages.map((page, index) => markup`${index > 0 && "; "}${page}`)}`;
}
