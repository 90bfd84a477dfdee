import {formatDate, formatNumber} from "../../language/format.js";
import {inBoth, type Lang, locale, type Text} from "../../language/text.js";
import {suppressed, words} from "../../language/words.js";
import {rankLabel, rankMeaning} from "../../quantities/rank.js";
import {surveyCredit} from "../../respondents/surveyFacts.js";
import {settings} from "../../settings.js";
import type {ExploredTable, Measure, NamedFilter} from "../table.js";

/** What a table that leaves the site is told to say of itself. */
export interface TakeOptions {
  lang: Lang;
  /** What the reader sees over the table. Default: the names of its variables. */
  title?: Text;
}

/** What stands around a table wherever it goes, each a line or a sentence. */
export interface TableFrame {
  title: string;
  measure: string;
  filters: string;
  base: string;
  rank: string;
  source: string;
  publisher: string;
}

/** Everything that is said around a table, in one language. */
export function tableFrame(table: ExploredTable, {lang, title = titleOf(table)}: TakeOptions): TableFrame {
  return {
    title: title[lang],
    measure: measureText(table)[lang],
    filters: filtersText(table.filters)[lang],
    base: baseText(table)[lang],
    rank: rankText(table)[lang],
    source: `${words.source[lang]}: ${surveyCredit[table.rank][lang]}.`,
    publisher: publisherText[lang],
  };
}

/** The names of a table’s variables. */
export function titleOf({rowVariable, columnVariable}: ExploredTable): Text {
  if (!columnVariable) return rowVariable.label;
  return {
    nb: `${rowVariable.label.nb}, etter «${columnVariable.label.nb}»`,
    en: `${rowVariable.label.en}, by “${columnVariable.label.en}”`,
  };
}

const measureTexts: Record<Measure, Text> = {
  columnPercent: {nb: "Prosent av hver kolonne", en: "Per cent of each column"},
  rowPercent: {nb: "Prosent av hver rad", en: "Per cent of each row"},
  totalPercent: {nb: "Prosent av alle i tabellen", en: "Per cent of all in the table"},
  count: {nb: "Antall", en: "Number"},
  mean: {nb: "Gjennomsnitt", en: "Mean"},
};

const weightedText: Text = {nb: "vektet etter størrelse og fylke", en: "weighted by size and county"};
const unweightedText: Text = {nb: "uvektet", en: "unweighted"};

/** What the cells show, and whether some respondents stand for more than others. */
export function measureText({measure, isWeighted}: Pick<ExploredTable, "measure" | "isWeighted">): Text {
  const weighting = isWeighted ? weightedText : unweightedText;
  return inBoth((lang) => `${measureTexts[measure][lang]}, ${weighting[lang]}.`);
}

/** Which respondents the reader kept. */
export function filtersText(filters: readonly NamedFilter[]): Text {
  if (filters.length === 0) return words.unfiltered;
  return {
    nb: `Filtre: ${filters.map((each) => filterText(each, "nb")).join("; ")}.`,
    en: `Filters: ${filters.map((each) => filterText(each, "en")).join("; ")}.`,
  };
}

/** One filter: the variable, and the categories that were kept. */
export function filterText({label, categories}: NamedFilter, lang: Lang): string {
  const chosen = categories.map((category) => category.label[lang]);
  return `${label[lang]}: ${new Intl.ListFormat(locale[lang], {type: "disjunction"}).format(chosen)}`;
}

/** How many respondents a table is about, and how many more left unanswered what it is about. */
export function baseText({unweightedBase, unanswered}: Pick<ExploredTable, "unweightedBase" | "unanswered">): Text {
  const n = inBoth((lang) => (unweightedBase === null ? suppressed[lang] : formatNumber(unweightedBase, lang)));
  const left = inBoth((lang) => formatNumber(unanswered, lang));
  if (unanswered === 0) return {nb: `Antall som svarte: ${n.nb}.`, en: `Number that answered: ${n.en}.`};
  return {
    nb: `Antall som svarte: ${n.nb}. I tillegg er ${left.nb} uten svar holdt utenfor.`,
    en: `Number that answered: ${n.en}. A further ${left.en} without an answer are left out.`,
  };
}

/** What the numbers rest on: of made-up respondents, that they are. */
export function rankText({rank}: Pick<ExploredTable, "rank">): Text {
  return inBoth((lang) => `${capital(rankLabel[rank][lang])}: ${rankMeanings[rank][lang]}`);
}

/** The meaning of the rank, said of a whole table. */
const rankMeanings: Record<ExploredTable["rank"], Text> = {
  standIn: {
    nb: "Ingen har svart dette. Tallene er regnet ut fra konstruerte svar og er aldri funn.",
    en: "Nobody answered this. The numbers are computed from made-up respondents and are never findings.",
  },
  estimated: rankMeaning.estimated,
};

const publisherText: Text = inBoth(
  (lang) =>
    `${settings.publisher[lang]}, ${words.version[lang].toLowerCase()} ${settings.version}, ${formatDate(settings.published, lang)}.`,
);

/** A text that begins a sentence. */
export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
