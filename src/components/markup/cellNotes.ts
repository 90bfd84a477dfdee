import {formatNumber} from "../../lib/language/format.js";
import type {Lang, Text} from "../../lib/language/text.js";
import {lackText} from "../../lib/language/words.js";
import {type Markup, markup} from "../../lib/markup.js";
import {rankLabel} from "../../lib/quantities/rank.js";
import {lackOf} from "../../lib/table/shown/cellText.js";
import type {Cell, ExploredTable} from "../../lib/table/table.js";

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
