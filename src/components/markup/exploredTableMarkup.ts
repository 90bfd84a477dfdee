import {formatEnds, formatNumber} from "../../lib/language/format.js";
import type {Lang, Text} from "../../lib/language/text.js";
import {lackSymbol, lackText, words} from "../../lib/language/words.js";
import {type Markup, markup} from "../../lib/markup.js";
import {rankLabel} from "../../lib/quantities/rank.js";
import {cellText, intervalText, isShown, lackOf} from "../../lib/table/cellText.js";
import type {SummaryRange} from "../../lib/table/explorer.js";
import {allColumn, type Cell, type ExploredTable, type TableLine} from "../../lib/table/table.js";
import type {TableOptions} from "../figure.js";
import {cellNotes} from "./cellNotes.js";

export interface ExploredTableOptions extends TableOptions {
  /** Row by row what the summary allows of all, if anything. */
  ranges?: readonly (SummaryRange | undefined)[];
}

/**
 * An explored table: groups downwards where there are any, answers across; each number with its interval, and in the last
 * column what it rests on.
 */
export function exploredTableMarkup(table: ExploredTable, options: ExploredTableOptions): Markup {
  return table.columnVariable ? byGroup(table, options) : together(table, options);
}

/** A line for each answer. */
function together(table: ExploredTable, options: ExploredTableOptions): Markup {
  const {lang, ranges = []} = options;
  const hasRange = ranges.some(Boolean);
  return markup`<table class="explored">
${caption(table, lang)}
<thead><tr><th scope="col">${words.what[lang]}</th><th scope="col" class="number">${tableWords.per100[lang]}</th><th scope="col" class="number">${tableWords.interval[lang]}</th><th scope="col" class="number">${tableWords.count[lang]}</th><th scope="col" class="number">${tableWords.base[lang]}</th>${hasRange && markup`<th scope="col" class="number">${tableWords.range[lang]}</th>`}</tr></thead>
<tbody>${table.rows.map((row, r) => {
    const cell = table.cells[r][0];
    return markup`<tr><th scope="row">${row.label[lang]}</th>${numberCell(cell, table, {...options, anchor: options.anchorOf(r)})}<td class="number">${intervalText(cell, table.measure, lang) || "–"}</td><td class="number">${countText(cell, lang)}</td><td class="number">${baseText(cell, lang)}</td>${hasRange && markup`<td class="number">${ranges[r] ? rangeText(ranges[r], lang) : "–"}</td>`}</tr>`;
  })}</tbody>
</table>
${symbols(table, lang)}`;
}

/** A line for each group, everybody first. */
function byGroup(table: ExploredTable, options: ExploredTableOptions): Markup {
  const {lang, anchorOf} = options;
  const line = (column: TableLine, c: number) => markup`<tr${column.code === allColumn && markup` class="all"`}>
<th scope="row">${column.label[lang]}</th>${table.rows.map((_, r) => {
    const cell = table.cells[r][c];
    const anchor = anchorOf(r * table.columns.length + c);
    return numberCell(cell, table, {lang, anchor, withInterval: true});
  })}<td class="number">${lineBase(column, lang)}</td></tr>`;
  return markup`<table class="explored">
${caption(table, lang)}
<thead><tr><th scope="col">${table.columnVariable?.label[lang]}</th>${table.rows.map(({label}) => markup`<th scope="col" class="number">${label[lang]}</th>`)}<th scope="col" class="number">${tableWords.base[lang]}</th></tr></thead>
<tbody>${table.columns.map(line)}</tbody>
</table>
${symbols(table, lang)}`;
}

interface NumberOptions {
  lang: Lang;
  anchor: string;
  withInterval?: boolean;
}

function numberCell(cell: Cell, table: ExploredTable, {lang, anchor, withInterval}: NumberOptions): Markup {
  const isUncertain = cell.status === "published" && cell.lowPrecision;
  const {measure, rank} = table;
  const interval = withInterval && isShown(cell) && intervalText(cell, measure, lang);
  return markup`<td class="number${isUncertain && " uncertain"}" id="${anchor}" tabindex="-1"><span class="n n-${rank}">${cellText(cell, measure, lang)}</span>${cellNotes(cell, table, lang)}${interval && markup` <small>${interval}</small>`}</td>`;
}

function caption({rank, rowVariable, isProtected}: ExploredTable, lang: Lang): Markup {
  const level = isProtected ? "" : tableWords.level[lang];
  return markup`<caption><span class="rank rank-${rank}">${rankLabel[rank][lang]}</span> ${rowVariable.label[lang]}. ${tableWords.per100Of[lang]}${level}</caption>`;
}

function countText(cell: Cell, lang: Lang): string {
  return cell.status === "published" ? formatNumber(cell.unweightedCount, lang) : lackSymbol[cell.status];
}

function baseText(cell: Cell, lang: Lang): string {
  return cell.status === "published" ? formatNumber(cell.unweightedBase, lang) : lackSymbol[cell.status];
}

function lineBase({unweightedBase}: TableLine, lang: Lang): string {
  return unweightedBase === null ? ":" : formatNumber(unweightedBase, lang);
}

function rangeText(range: SummaryRange, lang: Lang): string {
  return `${formatEnds(range, lang)} (${rankLabel[range.rank][lang]})`;
}

/** What the symbols of the table mean, of those that it has. */
function symbols({cells}: ExploredTable, lang: Lang): Markup | false {
  const lacks = [...new Set(cells.flat().flatMap((cell) => lackOf(cell) ?? []))];
  const isUncertain = cells.flat().some((cell) => cell.status === "published" && cell.lowPrecision);
  const told = [...lacks.map((lack) => lackText[lack][lang]), ...(isUncertain ? [tableWords.grey[lang]] : [])];
  return told.length > 0 && markup`<p class="symbols">${told.join(" · ")}</p>`;
}

const tableWords = {
  per100: {nb: "Andel", en: "Share"},
  per100Of: {nb: "Prosent av dem som svarte", en: "Per cent of those that answered"},
  level: {nb: ", med 95 % konfidensintervall", en: ", with 95% confidence interval"},
  interval: {nb: "Intervall", en: "Interval"},
  count: {nb: "Antall", en: "Number"},
  base: {nb: "Grunnlag (n)", en: "Base (n)"},
  range: {nb: "Sammendraget tillater", en: "The summary allows"},
  grey: {
    nb: "Grå tall er usikre: få svar, eller et intervall på mer enn 30 prosentpoeng",
    en: "Grey numbers are uncertain: few answers, or an interval of more than 30 percentage points",
  },
} satisfies Record<string, Text>;
