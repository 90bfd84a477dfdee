import {rankTag} from "../../../src/components/markup/rankTag.js";
import type {Lang} from "../../../src/lib/language/text.js";
import {type Markup, markup} from "../../../src/lib/markup.js";
import {type Rank, rankMeaning} from "../../../src/lib/quantities/rank.js";

const shown: readonly Rank[] = ["stated", "derived", "bounded", "unknown", "context"];

/** The key to how numbers are known, with the texture that each rank has in the charts. */
export function ranksBlock(lang: Lang): Markup {
  return markup`<dl class="key">${shown.map(
    (rank) => markup`<div><dt>${rankTag(rank, lang)}</dt><dd>${rankMeaning[rank][lang]}</dd></div>`,
  )}</dl>`;
}
