/** Language of text, as BCP 47: Bokmål is `nb`, never `no`. */
export type Lang = "nb" | "en";

/** The same thing said in both languages. */
export interface Text {
  nb: string;
  en: string;
}

/** Formatting rules that go with a language. */
export const locale: Record<Lang, string> = {nb: "nb-NO", en: "en-GB"};

/** The other language: where the language switch leads. */
export function otherLang(lang: Lang): Lang {
  return lang === "nb" ? "en" : "nb";
}

/** Both languages from one function of the language. */
export function inBoth(write: (lang: Lang) => string): Text {
  return {nb: write("nb"), en: write("en")};
}

/** Items joined as a sentence joins them: "a, b og c", "a, b and c". */
export function joinList(items: readonly string[], lang: Lang): string {
  return conjunction[lang].format(items);
}

const conjunction: Record<Lang, Intl.ListFormat> = {
  nb: new Intl.ListFormat(locale.nb, {type: "conjunction"}),
  en: new Intl.ListFormat(locale.en, {type: "conjunction"}),
};
