import {formatNumber} from "../../lib/language/format.js";
import type {Lang, Text} from "../../lib/language/text.js";
import {type Markup, markup} from "../../lib/markup.js";
import {rankLabel} from "../../lib/quantities/rank.js";
import {cellText, intervalText, isShown} from "../../lib/table/cellText.js";
import type {Cell, ExploredTable, TableLine} from "../../lib/table/table.js";
import type {TableOptions} from "../figure.js";
import {cellNotes} from "./cellNotes.js";

export interface CrosstabOptions extends TableOptions {
  /** What stands over the table beside its rank. */
  caption: Text;
  /** By [row][column] as the table is shown, the columns that a cell is above; null where they are not asked for. */
  letters: readonly (readonly string[])[] | null;
  /** What letters, symbols and tests mean, under the table. */
  legend: readonly Text[];
}

/** Rows downwards, columns across, everybody first; at the foot what each column rests on. */
export function crosstabMarkup(table: ExploredTable, options: CrosstabOptions): Markup {
  const {lang, caption, letters, legend} = options;
  const {rank, columns, rows, columnVariable} = table;
  const named = columns.map((_, c) => (letters && c > 0 ? letterOf(c) : ""));
  return markup`<table class="explored crosstab">
<caption><span class="rank rank-${rank}">${rankLabel[rank][lang]}</span> ${caption[lang]}</caption>
<thead>${columnVariable && markup`<tr><td></td><td></td><th scope="colgroup" colspan="${columns.length - 1}">${columnVariable.label[lang]}</th></tr>`}
<tr><th scope="col">${table.rowVariable.label[lang]}</th>${columns.map(({label}, c) => markup`<th scope="col" class="number${c === 0 && " all"}">${label[lang]}${named[c] && markup` <span class="letter">${named[c]}</span>`}</th>`)}</tr></thead>
<tbody>${rows.map(
    (row, r) =>
      markup`<tr><th scope="row">${row.label[lang]}</th>${columns.map((_, c) =>
        cellMarkup(table.cells[r][c], table, {
          lang,
          anchor: options.anchorOf(r * columns.length + c),
          isAll: c === 0,
          letters: letters?.[r][c] ?? "",
        }),
      )}</tr>`,
  )}</tbody>
<tfoot>${baseRow(table, tableWords.base, ({unweightedBase}) => unweightedBase, lang)}${table.isWeighted && baseRow(table, tableWords.weightedBase, ({base}) => base, lang)}</tfoot>
</table>
${legend.map((text) => text[lang] && markup`<p class="symbols">${text[lang]}</p>`)}`;
}

/** The letter of a column: A for the first after that of everybody. */
export const letterOf = (column: number) => "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"[column - 1] ?? "*";

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
): Markup {
  return markup`<tr><th scope="row">${label[lang]}</th>${columns.map((column, c) => {
    const base = value(column);
    return markup`<td class="number${c === 0 && " all"}">${base === null ? ":" : formatNumber(base, lang)}</td>`;
  })}</tr>`;
}

const tableWords = {
  base: {nb: "Antall som svarte (n)", en: "Number that answered (n)"},
  weightedBase: {nb: "Enheter de står for", en: "Units they stand for"},
} satisfies Record<string, Text>;
