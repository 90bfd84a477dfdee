import {sum} from "d3";
import {formatNumber} from "../../lib/language/format.js";
import {inBoth, joinList, type Lang, type Text} from "../../lib/language/text.js";
import {waveVariable} from "../../lib/respondents/waves.js";
import {measureLabel, weightingLabel, weightingText} from "../../lib/table/export/tableFrame.js";
import {groupText} from "../../lib/table/shown/groupText.js";
import type {Made} from "./made.js";
import {byText} from "./predicates.js";

/** The question, what is shown of it, of whom, and how many that is. */
export function questionLine(made: Made): Text {
  return inBoth((lang) => {
    const {rows, hasUnits, sections} = made;
    const [{table}] = sections;
    const asked = sentenceText(rows.question?.[lang] ?? rows.label[lang]);
    const weights = (table.isWeighted && hasUnits && !table.noise ? weightingLabel.on : weightingText(table))[lang];
    const left = table.unanswered > 0 ? unansweredText[lang](formatNumber(table.unanswered, lang)) : "";
    return `${asked} ${shownText(made, lang)}; ${weights}${wavesText(made, lang)}${left}${outsideText(made, lang)}.`;
  });
}

/** Said where answers of several waves are counted as one, or those of one respondent in several. */
function wavesText(made: Made, lang: Lang): string {
  const {explorer, rows, columns, sections} = made;
  if (!explorer.waves) return "";
  const isOfSome = sections[0].table.filters.some(({variable}) => variable === waveVariable);
  const isApart = isOfSome || [rows.name, columns?.name].includes(waveVariable);
  const together = isApart ? "" : {nb: "; alle bølger samlet", en: "; all waves together"}[lang];
  const isRepeated = explorer.waves.panel && !isOfSome;
  return `${together}${isRepeated ? repeatedText[lang] : ""}${brokenText(made, lang)}`;
}

const repeatedText: Text = {
  nb: "; de som svarte i flere bølger, teller i hver av dem",
  en: "; those that answered in several waves count in each",
};

/** Said where answers to a question that became another stand beside each other, or are counted as one. */
function brokenText({explorer, rows, selection, sections: [{table}]}: Made, lang: Lang): string {
  const isOfSome = table.filters.some(({variable}) => variable === waveVariable);
  const breaks = selection.view === "trend" || isOfSome ? [] : (explorer.waves?.breaks[rows.name] ?? []);
  if (breaks.length === 0) return "";
  const waves = explorer.variables.find(({name}) => name === waveVariable)?.categories ?? [];
  const named = breaks.flatMap(({before}) => waves.find(({code}) => code === before)?.label[lang] ?? []);
  const listed = joinList(named, lang);
  return {nb: `; spørsmålet var et annet før ${listed}`, en: `; the question was another before ${listed}`}[lang];
}

/** How many count among all but in no column, where each of the others is in one. */
function outsideText({columns, sections}: Made, lang: Lang): string {
  const [all, ...shown] = sections[0].tabulated?.table.columns ?? [];
  if (!columns || columns.type === "multiple" || sections.length > 1 || !all) return "";
  const outside = (all.unweightedBase ?? 0) - sum(shown, ({unweightedBase}) => unweightedBase ?? 0);
  return outside > 0 ? outsideTexts[lang](formatNumber(outside, lang), byText(columns, lang)) : "";
}

const outsideTexts: Record<Lang, (n: string, of: string) => string> = {
  nb: (n, of) => `; ${n} av dem er ikke i noen kolonne, fordi de ikke fikk eller ikke besvarte ${of}`,
  en: (n, of) => `; ${n} of them are in no column, not having been asked or not having answered ${of}`,
};

/** A text with a mark at its end. */
const sentenceText = (text: string) => (/[.?!…]$/.test(text) ? text : `${text}.`);

/** “Per cent of the 270 municipalities that answered, by size”. */
function shownText({rows, columns, hasUnits, sections}: Made, lang: Lang): string {
  const [{table}] = sections;
  const {unweightedBase: n, measure, filters} = table;
  const isLayered = sections.length > 1;
  const by = columns ? `, ${lang === "nb" ? "etter" : "by"} ${byText(columns, lang)}` : "";
  const group = {filters, hasUnits, isRouted: rows.universe.length > 0};
  const who = n === null ? hiddenText[lang] : groupText(group, n, lang);
  if (isLayered) return `${measureLabel[measure][lang]}${by}`;
  if (measure === "columnPercent" && n !== 0)
    return lang === "nb" ? `Prosent av ${who}${by}` : `Per cent of ${who}${by}`;
  return lang === "nb"
    ? `${measureLabel[measure].nb}${by}. Gjelder ${who}`
    : `${measureLabel[measure].en}${by}. Covers ${who}`;
}

const hiddenText: Text = {
  nb: "dem som svarte (antallet er skjult av hensyn til personvern)",
  en: "those that answered (their number is suppressed to protect privacy)",
};

const unansweredText: Record<Lang, (n: string) => string> = {
  nb: (n) => `; ${n} som ikke svarte på alt, er holdt utenfor`,
  en: (n) => `; ${n} with missing answers left out`,
};
