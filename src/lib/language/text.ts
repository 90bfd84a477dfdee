/** Language of text, as BCP 47: Bokmål is `nb`, never `no`. */
export type Lang = "nb" | "en";

/** The same thing said in both languages. */
export interface Text {
  nb: string;
  en: string;
}

/** A text in both languages, of which one may be left out: the other then stands for it. */
export type GivenText = Text | {nb: string; en?: undefined} | {nb?: undefined; en: string};

/** A text of which one language may be left out, in both. */
export function bothOf({nb, en}: GivenText): Text {
  return {nb: nb ?? en, en: en ?? nb};
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

/** A text with a capital letter at its head. */
export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** A text with a small letter at its head. */
export const uncapital = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** A text in the quotation marks of its language. */
export const quoted = (text: string, lang: Lang) => (lang === "nb" ? `«${text}»` : `“${text}”`);

/** Items joined as a sentence joins them: "a, b og c", "a, b and c". */
export function joinList(items: readonly string[], lang: Lang): string {
  return conjunction[lang].format(items);
}

/** Texts joined so in both languages; joining takes long, and one text stands as it is. */
export function listText(texts: readonly Text[]): Text {
  if (texts.length === 1) return texts[0];
  return inBoth((lang) =>
    joinList(
      texts.map((text) => text[lang]),
      lang,
    ),
  );
}

/** Items of which one holds: "a, b eller c", "a, b or c". */
export function orList(items: readonly string[], lang: Lang): string {
  return disjunction[lang].format(items);
}

const formats = (type: Intl.ListFormatType): Record<Lang, Intl.ListFormat> => ({
  nb: new Intl.ListFormat(locale.nb, {type}),
  en: new Intl.ListFormat(locale.en, {type}),
});
const conjunction = formats("conjunction");
const disjunction = formats("disjunction");
