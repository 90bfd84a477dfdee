import {type Lang, quoted, uncapital} from "../../lib/language/text.js";
import {waveVariable} from "../../lib/respondents/waves.js";
import {type ExploredCategory, type ExploredVariable, regionColumn} from "../../lib/table/variable.js";

/** What those that gave an answer did, verb first: from the codebook, or in general words with the answer quoted. */
export function predicateOf(variable: ExploredVariable, code: string, lang: Lang): string {
  const category = categoryOf(variable, code);
  if (category.predicate) return category.predicate[lang];
  if (variable.type === "register") return registered(variable, category, lang);
  const answer = quoted(category.label[lang], lang);
  const asked = quoted(variable.label[lang], lang);
  return general[variable.type][lang](answer, asked);
}

/** What the register says of those in a group: their inhabitants, their county, or what they are. */
function registered({name}: ExploredVariable, {label}: ExploredCategory, lang: Lang): string {
  if (/\d/.test(label[lang])) return `${{nb: "hadde", en: "had"}[lang]} ${uncapital(label[lang])}`;
  if (name === regionColumn) return `${{nb: "lå i", en: "were in"}[lang]} ${label[lang]}`;
  return `${{nb: "var", en: "were"}[lang]} ${uncapital(label[lang])}`;
}

/** The category of a code, or that in which it is merged. */
export const categoryOf = ({categories}: ExploredVariable, code: string): ExploredCategory =>
  categories.find((each) => each.code === code || each.merged?.some((part) => part.code === code)) ?? categories[0];

type Written = Record<Lang, (answer: string, asked: string) => string>;
const answered: Written = {
  nb: (answer, asked) => `svarte ${answer} på ${asked}`,
  en: (answer, asked) => `answered ${answer} to ${asked}`,
};
const general: Record<Exclude<ExploredVariable["type"], "register">, Written> = {
  single: answered,
  count: answered,
  multiple: {
    nb: (answer, asked) => `krysset av for ${answer} under ${asked}`,
    en: (answer, asked) => `ticked ${answer} under ${asked}`,
  },
};

/** The respondents of a column, as the subject of a sentence. */
export function columnGroup(variable: ExploredVariable, category: ExploredCategory, lang: Lang): string {
  if (variable.type !== "register") {
    const said = predicateOf(variable, category.code, lang);
    return lang === "nb" ? `de som ${said}` : `those that ${said}`;
  }
  const label = category.label[lang];
  if (category.isNamed) return quoted(label, lang);
  if (/\d/.test(label))
    return lang === "nb" ? `kommuner med ${uncapital(label)}` : `municipalities with ${uncapital(label)}`;
  if (variable.name === regionColumn) return lang === "nb" ? `de i ${label}` : `those in ${label}`;
  return uncapital(label);
}

/** A group of a layer as it is listed: a county by its name, a response in quotation marks. */
export function layerName(
  {name, type}: ExploredVariable,
  {label}: Pick<ExploredCategory, "label">,
  lang: Lang,
): string {
  if (name === waveVariable) return label[lang];
  if (type !== "register") return quoted(label[lang], lang);
  return name === regionColumn ? label[lang] : uncapital(label[lang]);
}

/** A variable after “by”: what the register knows, or the wave, as a word of the sentence, a question by its name. */
export function byText({name, type, label}: Pick<ExploredVariable, "name" | "type" | "label">, lang: Lang): string {
  return type === "register" || name === waveVariable ? uncapital(label[lang]) : quoted(label[lang], lang);
}
