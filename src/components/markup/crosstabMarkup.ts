import {formatEnds, formatNumber} from "../../lib/language/format.js";
import type {Lang, Text} from "../../lib/language/text.js";
import {type Markup, markup} from "../../lib/markup.js";
import {rankLabel} from "../../lib/quantities/rank.js";
import type {SummaryRange} from "../../lib/table/explorer.js";
import {hasWeights} from "../../lib/table/export/tableFrame.js";
import {cellText, intervalText, isShown, letterOf} from "../../lib/table/shown/cellText.js";
import type {Cell, ExploredTable, TableLine} from "../../lib/table/table.js";
import type {TableOptions} from "../figure.js";
import {cellNotes} from "./cellNotes.js";

export {letterOf};

export interface CrosstabOptions extends TableOptions {
  /** What stands over the table beside its rank. */
  caption: Text;
  /** By [row][column] as the table is shown, the columns that a cell is above; null where they are not asked for. */
  letters: readonly (readonly string[])[] | null;
  /** By row, what the published summary allows of everybody in the table. */
  ranges: readonly (SummaryRange | undefined)[];
  /** What letters, symbols and tests mean, under the table. */
  legend: readonly Text[];
}

/** Rows downwards, columns across, everybody first; under the head of each column what it rests on. */
export function crosstabMarkup(table: ExploredTable, options: CrosstabOptions): Markup {
  const {lang, caption, letters, legend, ranges} = options;
  const hasRange = ranges.some(Boolean);
  const {rank, columns, rows, columnVariable, rowVariable} = table;
  const named = columns.map((_, c) => (letters && c > 0 ? letterOf(c) : ""));
  return markup`<table class="explored crosstab">
<caption><span class="rank rank-${rank}">${rankLabel[rank][lang]}</span> ${caption[lang]}</caption>
<thead>${columnVariable && markup`<tr><td></td><td></td><th scope="colgroup" colspan="${columns.length - 1}"><span class="stuck">${columnVariable.label[lang]}</span></th></tr>`}
<tr><th scope="col">${rowVariable.label[lang]}</th>${columns.map(({label, code}, c) => markup`<th scope="col" class="number${c === 0 && " all"}"${columnVariable && c > 0 && markup` data-variable="${columnVariable.name}" data-category="${code}"`}>${label[lang]}${named[c] && markup` <span class="letter">${named[c]}</span>`}</th>`)}${hasRange && markup`<th scope="col" class="number">${tableWords.range[lang]}</th>`}</tr>
${baseRow(table, tableWords.base, ({unweightedBase}) => unweightedBase, lang)}${hasWeights(table) && baseRow(table, tableWords.weightedBase, ({base}) => base, lang)}${hasWeights(table) && baseRow(table, tableWords.effectiveBase, ({effectiveBase}) => effectiveBase ?? null, lang)}</thead>
<tbody>${rows.map(
    (row, r) =>
      markup`<tr><th scope="row" data-variable="${rowVariable.name}" data-category="${row.code}">${row.label[lang]}</th>${columns.map(
        (_, c) =>
          cellMarkup(table.cells[r][c], table, {
            lang,
            anchor: options.anchorOf(r * columns.length + c),
            isAll: c === 0,
            letters: letters?.[r][c] ?? "",
          }),
      )}${hasRange && markup`<td class="number">${ranges[r] ? rangeText(ranges[r], lang) : "–"}</td>`}</tr>`,
  )}</tbody>
</table>
${legend.map((text) => text[lang] && markup`<p class="symbols">${text[lang]}</p>`)}`;
}

interface CellOptions {
  lang: Lang;
  anchor: string;
  isAll: boolean;
  letters: string;
}

function cellMarkup(cell: Cell, table: ExploredTable, {lang, anchor, isAll, letters}: CellOptions): Markup {
  const isUncertain = cell.status === "published" && cell.lowPrecision;
  const {measure, rank} = table;
  const interval = isShown(cell) && intervalText(cell, measure, lang);
  return markup`<td class="number${isAll && " all"}${isUncertain && " uncertain"}" id="${anchor}" tabindex="-1"><span class="n n-${rank}">${cellText(cell, measure, lang)}</span>${cellNotes(cell, table, lang)}${letters && markup` <sup>${letters}</sup>`}${interval && markup`<small>${interval}</small>`}</td>`;
}

function baseRow(
  {columns}: ExploredTable,
  label: Text,
  value: (column: TableLine) => number | null,
  lang: Lang,
): Markup | false {
  if (columns.every((column) => value(column) === null)) return false;
  return markup`<tr class="bases"><th scope="row">${label[lang]}</th>${columns.map((column, c) => {
    const base = value(column);
    return markup`<td class="number${c === 0 && " all"}">${base === null ? ":" : formatNumber(base, lang)}</td>`;
  })}</tr>`;
}

function rangeText(range: SummaryRange, lang: Lang): string {
  return `${formatEnds(range, lang)} (${rankLabel[range.rank][lang]})`;
}

const tableWords = {
  range: {nb: "Sammendraget tillater", en: "The summary allows"},
  base: {nb: "Svar (n)", en: "Answers (n)"},
  weightedBase: {nb: "Vektet antall", en: "Weighted N"},
  effectiveBase: {nb: "Effektiv n", en: "Effective n"},
} satisfies Record<string, Text>;
