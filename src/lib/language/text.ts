/**
 * Language of text, as BCP 47: Bokmål is `nb`, never `no`. The source is written in these two. A site in others has them too
 * wherever it has these: `data-loaders/inputs/languages` writes them into the source as it is bundled.
 */
export type Lang = "nb" | "en";

/** The same thing said in both languages. */
export interface Text {
  nb: string;
  en: string;
}

/** A text in both languages, of which one may be left out: the other then stands for it. */
export type GivenText = Text | {nb: string; en?: undefined} | {nb?: undefined; en: string};

/** A text of which languages may be left out, in all: English stands for one that is left out, or else the first that is there. */
export function bothOf(given: GivenText): Text {
  const spare = given.en ?? (Object.values(given)[0] as string);
  return {nb: given.nb ?? spare, en: given.en ?? spare};
}

/** Formatting rules that go with a language: the first that a browser has. */
export const locale: Record<Lang, string | string[]> = {nb: "nb-NO", en: "en-GB"};

/** What a language is called in another: `engelsk`, `Norwegian Nynorsk`. */
export const languageName = (of: Lang, lang: Lang) =>
  new Intl.DisplayNames(locale[lang], {type: "language"}).of(of) ?? of;

/** Every language that texts are in, whether the site is in it or not. */
export const textLanguages = () => Object.keys(locale) as Lang[];

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
