import {formatNumber} from "../../../lib/language/format.js";
import {inBoth, type Lang, type Text} from "../../../lib/language/text.js";
import {isOfFew, isShown} from "../../../lib/table/cellText.js";
import {filtersText} from "../../../lib/table/export/tableFrame.js";
import {groupText} from "../../../lib/table/groupText.js";
import type {ExploredTable, Measure, PublishedCell} from "../../../lib/table/table.js";
import type {ExploredVariable} from "../../../lib/table/variable.js";

/** What a breakdown says in words of one answer. */
export interface Said {
  table: ExploredTable;
  question: ExploredVariable;
  /** Code of the answer. */
  category: string;
  hasUnits: boolean;
}

/** The finding: “Of the 57 municipalities with under 2,000 inhabitants that answered, 54 of 100 said “Yes” to …”. */
export function findingText(said: Said): Text {
  return inBoth((lang) => namedMadeUp(said.table, sentence(said, lang), lang));
}

/** A sentence that says itself that its respondents are made up, where they are. */
export function namedMadeUp({rank}: Pick<ExploredTable, "rank">, text: string, lang: Lang): string {
  if (rank !== "standIn") return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
  return `${{nb: "Konstruerte svar", en: "Made-up respondents"}[lang]}: ${text}`;
}

/** Who, how many of them, which answer and to what: put together by one function for each kind of question. */
interface Parts {
  who: string;
  many: string;
  answer: string;
  question: string;
}

interface Phrases {
  several(parts: Parts): string;
  /** Of a single respondent that gave the answer, and of one that did not. */
  one(parts: Parts): string;
  notOne(parts: Parts): string;
}

const phrases: Record<"single" | "multiple", Record<Lang, Phrases>> = {
  single: {
    nb: {
      several: ({who, many, answer, question}) => `av ${who}, svarte ${many} ${answer} på ${question}`,
      one: ({who, answer, question}) => `${who}, svarte ${answer} på ${question}`,
      notOne: ({who, answer, question}) => `${who}, svarte noe annet enn ${answer} på ${question}`,
    },
    en: {
      several: ({who, many, answer, question}) => `of ${who}, ${many} said ${answer} to ${question}`,
      one: ({who, answer, question}) => `${who} said ${answer} to ${question}`,
      notOne: ({who, answer, question}) => `${who} said something other than ${answer} to ${question}`,
    },
  },
  multiple: {
    nb: {
      several: ({who, many, answer, question}) => `av ${who}, krysset ${many} av for ${answer} under ${question}`,
      one: ({who, answer, question}) => `${who}, krysset av for ${answer} under ${question}`,
      notOne: ({who, answer, question}) => `${who}, krysset ikke av for ${answer} under ${question}`,
    },
    en: {
      several: ({who, many, answer, question}) => `of ${who}, ${many} ticked ${answer} under ${question}`,
      one: ({who, answer, question}) => `${who} ticked ${answer} under ${question}`,
      notOne: ({who, answer, question}) => `${who} did not tick ${answer} under ${question}`,
    },
  },
};

function sentence({table, question, category, hasUnits}: Said, lang: Lang): string {
  const row = table.rows.findIndex(({code}) => code === category);
  const cell = table.cells[row]?.[0];
  const asked = quoted(question.label[lang], lang);
  if (cell?.status === "notApplicable") return without.notAsked[lang](asked);
  if (cell?.status !== "published") return without.hidden[lang](asked);
  if (!isShown(cell)) return without.nobody[lang](asked);
  const parts = {
    who: groupText(
      {filters: table.filters, hasUnits, isRouted: question.universe.length > 0},
      cell.unweightedBase,
      lang,
    ),
    many: howMany(cell, lang),
    answer: quoted(table.rows[row].label[lang], lang),
    question: asked,
  };
  const said = phrases[question.type === "multiple" ? "multiple" : "single"][lang];
  if (cell.unweightedBase > 1) return said.several(parts);
  return cell.unweightedCount === 1 ? said.one(parts) : said.notOne(parts);
}

/** What is said where there is no number. */
const without = {
  hidden: {
    nb: (asked: string) => `svarene på ${asked} er skjult av hensyn til personvern`,
    en: (asked: string) => `the responses to ${asked} are suppressed to protect privacy`,
  },
  notAsked: {
    nb: (asked: string) => `ingen i dette utvalget fikk spørsmålet ${asked}`,
    en: (asked: string) => `nobody in this selection was asked ${asked}`,
  },
  nobody: {
    nb: (asked: string) => `ingen i dette utvalget har svart på ${asked}`,
    en: (asked: string) => `nobody in this selection has answered ${asked}`,
  },
};

/** `54 of 100 (48 to 60)`, and of few `3 of 4`. */
function howMany(cell: PublishedCell & {estimate: number}, lang: Lang): string {
  const [of, to] = lang === "nb" ? ["av", "til"] : ["of", "to"];
  if (isOfFew(cell, "columnPercent"))
    return `${formatNumber(cell.unweightedCount, lang)} ${of} ${formatNumber(cell.unweightedBase, lang)}`;
  const hundred = (share: number) => formatNumber(share * 100, lang);
  const {estimate, interval} = cell;
  const range =
    interval && interval.low < interval.high ? ` (${hundred(interval.low)} ${to} ${hundred(interval.high)})` : "";
  return `${hundred(estimate)} ${of} 100${range}`;
}

export const quoted = (text: string, lang: Lang) => (lang === "nb" ? `«${text}»` : `“${text}”`);

/** What is measured: the question as put, by what, the weights, of whom, and what it rests on. */
export function measuredText({table, question, hasUnits}: Said, by: ExploredVariable | null): Text {
  const isWeighted = table.isWeighted && hasUnits;
  return inBoth((lang) => {
    const base = table.unweightedBase === null ? ":" : formatNumber(table.unweightedBase, lang);
    const unanswered = formatNumber(table.unanswered, lang);
    const asked = question.question?.[lang] ?? question.label[lang];
    const filters = table.filters.length > 0 ? [filtersText(table.filters)[lang]] : [];
    if (lang === "nb")
      return [
        asked,
        `Av hundre som svarte${by ? `, etter ${byText(by, "nb")}` : ""}${isWeighted ? ", vektet etter størrelse og fylke" : ", uten vekter"}.`,
        ...filters,
        `Grunnlag: ${base} svar${table.isProtected ? "" : `, ${unanswered} ubesvart`}.`,
      ].join(" ");
    return [
      asked,
      `Of a hundred that answered${by ? `, by ${byText(by, "en")}` : ""}${isWeighted ? ", weighted by size and county" : ", without weights"}.`,
      ...filters,
      `Base: ${base} ${table.unweightedBase === 1 ? "answer" : "answers"}${table.isProtected ? "" : `, ${unanswered} unanswered`}.`,
    ].join(" ");
  });
}

/** A variable after “by”: what the register knows as a word of the sentence, a question by its name. */
export function byText({type, label}: Pick<ExploredVariable, "type" | "label">, lang: Lang): string {
  return type === "register" ? label[lang].charAt(0).toLowerCase() + label[lang].slice(1) : quoted(label[lang], lang);
}

/** What a dot stands for. */
const dotWords: Record<Measure, Text> = {
  columnPercent: {nb: "andel", en: "share"},
  rowPercent: {nb: "andel", en: "share"},
  totalPercent: {nb: "andel", en: "share"},
  count: {nb: "antall", en: "number"},
  mean: {nb: "gjennomsnitt", en: "mean"},
};

/** What the marks mean. */
export function marksText(
  {rank, isProtected, isWeighted, measure, classes}: ExploredTable,
  {hasRange}: {hasRange: boolean},
): Text {
  const what = dotWords[measure];
  const isBySize = isWeighted && classes.some(({population}) => population !== null);
  const mark: Text = isProtected
    ? {
        nb: "Punkt: andel, uvektet og uten intervall. Filen er beskyttet: bare disse tabellene er publisert, og svarene kan ikke filtreres. «:» er skjult av hensyn til personvern.",
        en: "Dot: share, unweighted and without an interval. The file is protected: only these tables are published, and the answers cannot be filtered. “:” is suppressed to protect privacy.",
      }
    : rank === "standIn"
      ? {
          nb: `Hul ring: ${what.nb} blant konstruerte svar. Strek: 95 % konfidensintervall, slik det ville vært om svarene var ekte.`,
          en: `Hollow ring: ${what.en} among made-up respondents. Line: 95% confidence interval, as it would be if the responses were real.`,
        }
      : {
          nb: `Punkt: anslått ${what.nb}. Strek: 95 % konfidensintervall: der tallet ville ligget om alle hadde svart, hvis de som ikke svarte, ligner dem som svarte${isBySize ? " i samme størrelsesgruppe og fylke" : ""}.`,
          en: `Dot: estimated ${what.en}. Line: 95% confidence interval: where the number would lie had all answered, if those that did not answer are like those${isBySize ? " of their size and county" : ""} that did.`,
        };
  const range: Text = {
    nb: " Grått felt: det sammendraget alene tillater for det samme spørsmålet.",
    en: " Grey field: what the summary alone allows for the same question.",
  };
  return inBoth((lang) => `${mark[lang]}${hasRange ? range[lang] : ""}`);
}
