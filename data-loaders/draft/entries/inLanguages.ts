import {joinList, type Lang, textLanguages} from "../../../src/lib/language/text.js";
import {settings} from "../../../src/lib/settings.js";
import {bothLanguages} from "../../inputs/schemas/common.js";

/** Languages that a codebook may be in. */
export const languages = textLanguages();
export type DraftLanguage = Lang;

/** The language that a file is taken to be in unless it is said: that of a site in one, or else English. */
export const usualLanguage: DraftLanguage = settings.languages.length === 1 ? settings.languages[0] : "en";

/** A text in the languages that a codebook asks for. */
export type DraftText = Partial<Record<DraftLanguage, string>>;

/** Whether a codebook of this site may be in one language alone. */
const isEnough = (lang: DraftLanguage) => bothLanguages.safeParse({[lang]: "a"}).success;
const alone: Readonly<Record<DraftLanguage, boolean>> = {nb: isEnough("nb"), en: isEnough("en")};

/**
 * A text of the file, which is in one language, as a codebook writes it: in that language alone if a codebook may be, or
 * else the same text in each.
 *
 * @param lang the language that the file is in
 */
export function inLanguages(text: string, lang: DraftLanguage): DraftText {
  return ourText({nb: text, en: text}, lang);
}

/** A text of our own. */
export function ourText(text: Record<DraftLanguage, string>, lang: DraftLanguage): DraftText {
  if (alone[lang]) return {[lang]: text[lang]};
  return Object.fromEntries(settings.languages.map((each) => [each, text[each]]));
}

/** What is to be said of the languages of a draft. */
export function saidOfLanguages(lang: DraftLanguage): string {
  if (alone[lang])
    return `texts are in one language, ${lang}, ${usualLanguage === lang ? "as settings.json says" : "as --lang says"}`;
  const several = settings.languages.length > 2;
  return `the site is in ${joinList(settings.languages, "en")}: ${several ? "each holds" : "both hold"} the text of the file, taken to be ${lang}, and ${several ? "the others are" : "the other is"} to be translated`;
}
