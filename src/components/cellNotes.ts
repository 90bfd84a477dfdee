import {lackOf} from "../lib/explore/cellText.js";
import type {Cell, ExploredTable} from "../lib/explore/table.js";
import {formatNumber} from "../lib/format.js";
import {type Markup, markup} from "../lib/markup.js";
import {rankLabel} from "../lib/rank.js";
import type {Lang, Text} from "../lib/text.js";
import {lackText} from "../lib/words.js";

/**
 * What is heard after a number in a table of respondents: its rank and base, that it is uncertain, or why it is not there.
 * Whoever sees the table has these in its caption, in its colour, and at the end of its rows or columns.
 */
export function cellNotes(cell: Cell, {rank}: Pick<ExploredTable, "rank">, lang: Lang): Markup {
  const lack = lackOf(cell);
  if (lack || cell.status !== "published")
    return markup`<span class="said"> ${lackText[lack ?? "missing"][lang]}</span>`;
  const n = formatNumber(cell.unweightedBase, lang);
  const base = lang === "nb" ? `av ${n} som svarte` : `of ${n} that answered`;
  const uncertain = cell.lowPrecision ? `, ${uncertainText[lang]}` : "";
  return markup`<span class="said"> (${rankLabel[rank][lang]}, ${base}${uncertain})</span>`;
}

const uncertainText: Text = {nb: "usikkert tall", en: "low precision"};
