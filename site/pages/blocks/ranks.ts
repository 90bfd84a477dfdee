import type {Lang} from "../../../src/lib/language/text.js";
import {type Markup, markup} from "../../../src/lib/markup.js";
import {type Rank, rankLabel, rankMeaning} from "../../../src/lib/quantities/rank.js";

const shown: readonly Rank[] = ["stated", "derived", "bounded", "unknown", "context"];

/** The key to how numbers are known, with the texture that each rank has in the charts. */
export function ranksBlock(lang: Lang): Markup {
  return markup`<dl class="key">${shown.map(
    (rank) =>
      markup`<div><dt><span class="rank rank-${rank}">${rankLabel[rank][lang]}</span></dt><dd>${rankMeaning[rank][lang]}</dd></div>`,
  )}</dl>`;
}
