import type {Lang, Text} from "../../../lib/language/text.js";
import {type Markup, markup} from "../../../lib/markup.js";
import {rankLabel} from "../../../lib/quantities/rank.js";
import {type ExploredTable, significant} from "../../../lib/table/table.js";
import {pText} from "../words.js";

/** Two groups or waves that were compared, in words of one language. */
export interface Comparison {
  /** What they were compared in: an answer, or a group. */
  of: string;
  compared: string;
  bases: string;
  /** The difference with its interval. */
  points: string;
  /** Adjusted. */
  p: number;
}

interface TableOptions {
  lang: Lang;
  rank: ExploredTable["rank"];
  caption: Text;
  /** Heads of the columns with `of` and `points`. */
  heads: {of: Text; points: Text};
  /** Classes of the table beside its own. */
  className?: string;
}

/** Comparisons as a table; a star marks what differs with certainty. */
export function comparisonsMarkup(
  comparisons: readonly Comparison[],
  {lang, rank, caption, heads, className}: TableOptions,
): Markup {
  const number = (text: Text) => markup`<th scope="col" class="number">${text[lang]}</th>`;
  return markup`<table class="explored${className && ` ${className}`}">
<caption><span class="rank rank-${rank}">${rankLabel[rank][lang]}</span> ${caption[lang]}</caption>
<thead><tr><th scope="col">${heads.of[lang]}</th><th scope="col">${say.compared[lang]}</th>${[say.bases, heads.points, say.p].map(number)}</tr></thead>
<tbody>${comparisons.map(
    ({of, compared, bases, points, p}) =>
      markup`<tr><th scope="row">${of}</th><td>${compared}</td><td class="number">${bases}</td><td class="number">${points}</td><td class="number">${pText(p, lang)}${p < significant && markup` <span class="letter">★</span>`}</td></tr>`,
  )}</tbody>
</table>`;
}

const say = {
  compared: {nb: "Sammenlignet", en: "Compared"},
  bases: {nb: "n", en: "n"},
  p: {nb: "p, justert", en: "Adjusted p"},
} satisfies Record<string, Text>;
