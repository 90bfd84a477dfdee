import {formatNumber} from "../../lib/language/format.js";
import {capital, inBoth, joinList, type Lang, quoted, type Text} from "../../lib/language/text.js";
import {waveVariable} from "../../lib/respondents/waves.js";
import {usualLevel} from "../../lib/statistics/interval.js";
import {filterText} from "../../lib/table/export/tableFrame.js";
import {intervalText, isOfFew, isShown, levelText, outOf} from "../../lib/table/shown/cellText.js";
import {groupText} from "../../lib/table/shown/groupText.js";
import {type ExploredTable, type PublishedCell, significant} from "../../lib/table/table.js";
import type {ExploredVariable} from "../../lib/table/variable.js";
import {none} from "./choiceKeys.js";
import type {Drop, Made, Section} from "./made.js";
import {byText, categoryOf, columnGroup, layerName, predicateOf} from "./predicates.js";
import {type Amount, templates} from "./sentenceTemplates.js";

/** What is found, as one sentence: of the chosen answer how many gave it, and which groups differ. */
export function sentenceOf(made: Made): Text {
  const [{table}] = made.sections;
  return inBoth((lang) => namedMadeUp(table, sentence(made, lang), lang));
}

/** A sentence that says itself that its respondents are made up, where they are. */
export function namedMadeUp({rank}: Pick<ExploredTable, "rank">, text: string, lang: Lang): string {
  if (rank !== "standIn") return capital(text);
  return `${{nb: "Konstruerte svar", en: "Made-up respondents"}[lang]}: ${text}`;
}

function sentence(made: Made, lang: Lang): string {
  const {sections, rows, columns, selection, answer} = made;
  const [section] = sections;
  const {table} = section;
  const asked = quoted(rows.label[lang], lang);
  if (section.title)
    return layersSentence(made, lang) ?? templates[lang].layers(asked, columns && byText(columns, lang));
  if (selection.measure === "mean") return meanSentence(made, lang);
  const row = table.rows.findIndex(({code}) => code === answer);
  const cell = table.cells[row]?.[0];
  if (cell?.status === "notApplicable") return `${templates[lang].notAsked(asked)}${dropText(made, lang)}`;
  if (cell?.status === "suppressed") return templates[lang].hidden(asked);
  if (!cell || !isShown(cell)) return `${templates[lang].nobody(asked)}${dropText(made, lang)}`;
  const said = predicateOf(rows, answer, lang);
  const isOfRow = table.measure === "rowPercent";
  if (isOfRow && !columns) return asked;
  const group =
    table.filters.length > 0 && groupOf(made, (isOfRow ? table.unweightedBase : null) ?? cell.unweightedBase, lang);
  const whole = group
    ? templates[lang].ofGroup(group, amount(cell, table, lang), said)
    : templates[lang].ofAll(amount(cell, table, lang), said);
  if (!columns || (!isOfRow && table.measure !== "columnPercent")) return whole;
  const inWaves = columns.name === waveVariable && !section.tabulated ? sharesOf(table, row, lang) : [];
  if (inWaves.length > 0) return templates[lang].inWaves(said, inWaves);
  const told = isOfRow ? rowSentence(made, section, row, lang) : comparison(made, section, lang);
  if (told) return group ? templates[lang].among(group, told) : told;
  if (isOfRow) return asked;
  return `${whole}${noDifference(section, {columns, row}, lang)}`;
}

/** The share in each column, with its label; of what cannot be told nothing. */
function sharesOf(table: ExploredTable, row: number, lang: Lang): [many: string, label: string][] {
  return table.cells[row].flatMap((cell, c): [string, string][] =>
    c > 0 && isShown(cell) ? [[amount(cell, table, lang).many, table.columns[c].label[lang]]] : [],
  );
}

/** More groups than this are not listed in a sentence. */
const mostListed = 6;

/** How many gave the answer in each group of the layers; null where they are too many to list, and of means. */
function layersSentence(made: Made, lang: Lang): string | null {
  const {rows, answer, selection} = made;
  if (selection.measure === "mean") return null;
  return ofEachLayer(made, lang, {
    said: predicateOf(rows, answer, lang),
    told: ({table}) => {
      const cell = table.cells[table.rows.findIndex(({code}) => code === answer)]?.[0];
      if (!cell || !isShown(cell)) return templates[lang].noAnswers;
      const {many, interval} = amount(cell, table, lang);
      return `${many}${interval}`;
    },
  });
}

/** What is told of each group of the layers; null where they are too many to list. */
export function ofEachLayer(
  {sections, selection}: Made,
  lang: Lang,
  {said, told}: {said: string; told: (section: Section, s: number) => string},
): string | null {
  if (sections.length > mostListed) return null;
  const layers = [selection.layer, selection.layer2].filter((layer) => layer && layer !== none && !layer.includes("-"));
  const listed = sections.map((section, s) => {
    const filters = section.request.filters.slice(-layers.length);
    const names = filters.map(({of, categories: [first]}) => layerName(of, categoryOf(of, first.code), lang));
    return `${names.join(", ")} ${told(section, s)}`;
  });
  return templates[lang].ofEach(said, listed.join("; "));
}

function amount(cell: PublishedCell & {estimate: number}, table: ExploredTable, lang: Lang): Amount {
  const {measure, isWeighted} = table;
  const interval =
    measure === "count" && !isWeighted && !table.noise
      ? ""
      : inBrackets(intervalText(cell, measure, lang), table, lang);
  if (measure === "count") return {many: outOf(cell.count, cell.base, lang), interval};
  if (isOfFew(cell, measure)) return {many: outOf(cell.unweightedCount, cell.unweightedBase, lang), interval};
  return {many: percent(cell.estimate, lang), interval};
}

/** With its level, unless it is the usual one. */
const inBrackets = (interval: string, {level}: ExploredTable, lang: Lang) =>
  interval && ` (${interval}${level === usualLevel ? "" : `, ${levelText(level, lang)} ${intervalWord[lang]}`})`;

const intervalWord: Text = {nb: "intervall", en: "interval"};

/** A share within a sentence: `30 prosent`, `30%`. */
export const percent = (share: number, lang: Lang) =>
  `${formatNumber(share * 100, lang)}${{nb: " prosent", en: "%"}[lang]}`;

/** Two groups that differ with certainty, by index of the columns, and what their shares or means are. */
interface Gap {
  groups: [higher: number, lower: number];
  estimates: [higher: number, lower: number];
  /** True of the ends of a trend. */
  isTrend: boolean;
}

/** Of columns in order their ends, where there is a trend between them; else the two groups that are furthest apart. */
function gapOf({differences, trends}: Section, row: number): Gap | null {
  const isFound = (each: {row: number; adjustedP: number}) => each.row === row && each.adjustedP < significant;
  const trend = trends().find((each) => isFound(each) && each.slope * (each.estimates[1] - each.estimates[0]) > 0);
  if (trend) return {...fromHigher(trend.ends, trend.estimates), isTrend: true};
  const pairs = differences()?.pairs.filter(isFound) ?? [];
  if (pairs.length === 0) return null;
  const {a, b, estimates} = pairs.reduce((widest, pair) => (width(pair) > width(widest) ? pair : widest));
  return {...fromHigher([a, b], estimates), isTrend: false};
}

const width = ({estimates: [a, b]}: {estimates: [number, number]}) => Math.abs(a - b);

function fromHigher([a, b]: [number, number], [first, second]: [number, number]): Pick<Gap, "groups" | "estimates"> {
  return first > second ? {groups: [a, b], estimates: [first, second]} : {groups: [b, a], estimates: [second, first]};
}

/** Which of two groups gave the answer more often, or has the higher mean; null if none differ with certainty. */
function comparison({rows, columns, answer, selection}: Made, section: Section, lang: Lang): string | null {
  const isMean = selection.measure === "mean";
  const gap = columns && gapOf(section, isMean ? 0 : rows.categories.findIndex(({code}) => code === answer));
  if (!columns || !gap) return null;
  const [higher, lower] = gap.groups.map((column) => columnGroup(columns, columns.categories[column], lang));
  const [a, b] = gap.estimates.map((each) => formatNumber(isMean ? each : each * 100, lang, isMean ? 2 : 0));
  const isByWave = columns.name === waveVariable;
  const said = predicateOf(rows, answer, lang);
  const [most, least] = gap.groups.map((column) => columns.categories[column].label[lang]);
  const told = isMean
    ? templates[lang].higherMean(quoted(rows.label[lang], lang), higher, lower, [a, b])
    : isByWave
      ? templates[lang].moreInWave(said, most, least, [a, b])
      : templates[lang].more(higher, lower, said, [a, b]);
  const by = isByWave ? null : byText(columns, lang);
  return gap.isTrend ? `${told}${templates[lang].trend(by)}` : told;
}

/** Said where columns were compared and none differ with certainty: between which shares they lie. */
function noDifference(
  {differences, table}: Section,
  {columns, row}: {columns: ExploredVariable; row: number},
  lang: Lang,
): string {
  if (!differences()?.pairs.length) return "";
  const cells = table.cells[row].slice(1);
  const shares = cells.flatMap((cell) => (isShown(cell) && !isOfFew(cell, table.measure) ? [cell.estimate * 100] : []));
  const [low, high] = [Math.min(...shares), Math.max(...shares)].map((share) => formatNumber(share, lang));
  const between = shares.length > 1 && low !== high ? templates[lang].between(low, high) : "";
  return `${templates[lang].noDifference(byText(columns, lang))}${between}`;
}

/** Of per cent of the row: what most of those that gave the answer did or are. */
function rowSentence({rows, columns, answer}: Made, {table}: Section, row: number, lang: Lang): string | null {
  const shown = table.cells[row].flatMap((cell, c) =>
    c > 0 && isShown(cell) ? [{cell, code: table.columns[c].code}] : [],
  );
  if (!columns || shown.length === 0) return null;
  const {cell, code} = shown.reduce((most, each) => (each.cell.estimate > most.cell.estimate ? each : most));
  const those = templates[lang].those(predicateOf(rows, answer, lang));
  return templates[lang].ofGroup(those, amount(cell, table, lang), predicateOf(columns, code, lang));
}

function meanSentence(made: Made, lang: Lang): string {
  const {
    rows,
    sections: [section],
  } = made;
  const {table} = section;
  const asked = quoted(rows.label[lang], lang);
  const [[cell]] = table.cells;
  if (!isShown(cell)) return templates[lang].nobody(asked);
  const told = comparison(made, section, lang);
  if (told)
    return table.filters.length > 0 ? templates[lang].among(groupOf(made, cell.unweightedBase, lang), told) : told;
  const interval = inBrackets(intervalText(cell, "mean", lang), table, lang);
  const whole = templates[lang].mean(asked, `${formatNumber(cell.estimate, lang, 2)}${interval}`);
  const {columns} = made;
  if (!columns || !section.differences()?.pairs.length) return whole;
  return `${whole}${templates[lang].noDifference(byText(columns, lang))}`;
}

function dropText({dropped}: Made, lang: Lang): string {
  const drop = dropped();
  return drop ? `. ${capital(dropLabel(drop)[lang])}` : "";
}

/** Which filters to remove, and how many answers there are then. */
export function dropLabel({filters, n}: Drop): Text {
  return inBoth((lang) => {
    const names = filters.map((filter) => quoted(filterText({...filter, label: filter.of.label}, lang), lang));
    return templates[lang].drop(joinList(names, lang), formatNumber(n, lang));
  });
}

function groupOf({rows, hasUnits, sections: [{table}]}: Made, n: number, lang: Lang): string {
  return groupText({filters: table.filters, hasUnits, isRouted: rows.universe.length > 0}, n, lang);
}
