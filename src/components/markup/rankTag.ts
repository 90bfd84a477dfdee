import type {Lang} from "../../lib/language/text.js";
import {type Markup, markup} from "../../lib/markup.js";
import {type Rank, rankLabel} from "../../lib/quantities/rank.js";

/** How a number is known, in a word, with the texture that the rank has in the charts. */
export function rankTag(rank: Rank, lang: Lang, label = rankLabel[rank][lang]): Markup {
  return markup`<span class="rank rank-${rank}">${label}</span>`;
}
