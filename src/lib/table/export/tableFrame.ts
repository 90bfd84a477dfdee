import {countText} from "../../language/countText.js";
import {formatDate, formatNumber} from "../../language/format.js";
import {capital, inBoth, type Lang, listText, orList, quoted, type Text, uncapital} from "../../language/text.js";
import {words} from "../../language/words.js";
import {meaningWithoutInterval, rankLabel, rankMeaning} from "../../quantities/rank.js";
import type {SampleDesign} from "../../respondents/sample.js";
import {surveyCredit} from "../../respondents/surveyFacts.js";
import {settings} from "../../settings.js";
import type {ExploredTable, Measure, NamedFilter} from "../table.js";

/** What a table that leaves the site is told to say of itself. */
export interface ExportOptions {
  lang: Lang;
  /** What the reader sees over the table. Default: the names of its variables. */
  title?: Text;
}

/** A table that leaves the site, with what was found of its columns. */
export interface ExportTable extends ExploredTable {
  /** By [row][column] the letters of the columns that a cell is above; null or left out where they are not compared. */
  letters?: readonly (readonly string[])[] | null;
  /** The test of association, and what letters mean. Default: none. */
  legend?: readonly Text[];
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
export function tableFrame(table: ExploredTable, {lang, title = titleOf(table)}: ExportOptions): TableFrame {
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
  const by = {nb: "etter", en: "by"};
  return inBoth((lang) => `${rowVariable.label[lang]}, ${by[lang]} ${quoted(columnVariable.label[lang], lang)}`);
}

/** What the cells show. */
export const measureLabel: Record<Measure, Text> = {
  columnPercent: {nb: "Prosent av kolonnen", en: "Per cent of the column"},
  rowPercent: {nb: "Prosent av raden", en: "Per cent of the row"},
  totalPercent: {nb: "Prosent av alle i tabellen", en: "Per cent of all in the table"},
  count: {nb: "Antall", en: "Count"},
  mean: {nb: "Gjennomsnitt", en: "Mean"},
};

/** Whether some respondents stand for more than others. */
export const weightingLabel = {
  on: {nb: "vektet etter størrelse og fylke", en: "weighted by size and county"},
  off: {nb: "uvektet", en: "unweighted"},
} satisfies Record<string, Text>;

/** The same of a file protected by noise, whose tables do not tell size and county together. */
export const noisyWeightingLabel = {
  on: {nb: "vektet etter størrelse", en: "weighted by size"},
  off: weightingLabel.off,
} satisfies Record<string, Text>;

/** True of a table whose respondents stand for units of a register, by size class. */
export const isBySize = ({isWeighted, classes}: Pick<ExploredTable, "isWeighted" | "classes">) =>
  isWeighted && classes.some(({population}) => population !== null);

type Weighted = Pick<ExploredTable, "isWeighted" | "classes" | "sample" | "noise">;

/** True of a table whose respondents may count for more or less than each other. */
export const hasWeights = (table: Weighted) => isBySize(table) || isBySample(table) || isNoisy(table);

const isNoisy = ({isWeighted, noise}: Weighted) => isWeighted && noise !== undefined;

const isBySample = ({isWeighted, sample}: Weighted) => isWeighted && sample?.isWeighted === true;

/** How a table is weighted: by the register, by the sample’s own weights, or not at all. */
export function weightingText(table: Weighted): Text {
  if (isBySize(table)) return weightingLabel.on;
  if (isNoisy(table)) return noisyWeightingLabel.on;
  return isBySample(table) && table.sample ? sampleWeighting(table.sample) : weightingLabel.off;
}

/** “Weighted”, or “weighted, calibrated to gender and age”. */
export function sampleWeighting({margins}: SampleDesign): Text {
  const weighted = {nb: "vektet", en: "weighted"};
  if (margins.length === 0) return weighted;
  const known = listText(margins.map(({label}) => inBoth((lang) => withinSentence(label[lang]))));
  return {nb: `${weighted.nb}, kalibrert til ${known.nb}`, en: `${weighted.en}, calibrated to ${known.en}`};
}

/** A label within a sentence: “EU membership” keeps its capitals. */
const withinSentence = (label: string) => (/^.\p{Ll}/u.test(label) ? uncapital(label) : label);

/** What the cells show, and how they are weighted. */
export function measureText({measure, ...table}: Pick<ExploredTable, "measure"> & Weighted): Text {
  const {noise} = table;
  return inBoth((lang) => {
    const shown = `${measureLabel[measure][lang]}, ${weightingText(table)[lang]}.`;
    return noise ? `${shown} ${noiseText(noise)[lang]}` : shown;
  });
}

const noiseText = ({variance}: {variance: number}): Text => ({
  nb: `Antallene er endret tilfeldig for å beskytte svarene (varians ${variance}).`,
  en: `Random noise was added to the counts to protect the answers (variance ${variance}).`,
});

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
  return `${label[lang]}: ${orList(chosen, lang)}`;
}

/** How many respondents a table is about, and how many more left unanswered what it is about. */
export function baseText({unweightedBase, unanswered}: Pick<ExploredTable, "unweightedBase" | "unanswered">): Text {
  const n = inBoth((lang) => countText(unweightedBase, lang));
  const left = inBoth((lang) => formatNumber(unanswered, lang));
  if (unanswered === 0) return {nb: `Antall som svarte: ${n.nb}.`, en: `Number that answered: ${n.en}.`};
  return {
    nb: `Antall som svarte: ${n.nb}. I tillegg er ${left.nb} uten svar holdt utenfor.`,
    en: `Number that answered: ${n.en}. A further ${left.en} without an answer are left out.`,
  };
}

/** What the numbers rest on: of made-up respondents, that they are. */
export function rankText({
  rank,
  isProtected,
  noise,
}: Pick<ExploredTable, "rank" | "noise"> & Partial<Pick<ExploredTable, "isProtected">>): Text {
  const meaning = rank === "estimated" && isProtected && !noise ? meaningWithoutInterval : rankMeanings[rank];
  return inBoth((lang) => `${capital(rankLabel[rank][lang])}: ${meaning[lang]}`);
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
