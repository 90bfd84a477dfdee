import {numberAnchor} from "../../../src/components/markup/anchors.js";
import {rankTag} from "../../../src/components/markup/rankTag.js";
import type {Claim} from "../../../src/lib/claims/claim.js";
import {quantity} from "../../../src/lib/facts.js";
import {formatOf100, formatQuantity} from "../../../src/lib/language/format.js";
import {type Lang, quoted} from "../../../src/lib/language/text.js";
import {words} from "../../../src/lib/language/words.js";
import {type Markup, markup} from "../../../src/lib/markup.js";
import {pathOf} from "../../../src/lib/pages.js";
import type {Quantity} from "../../../src/lib/quantities/quantity.js";
import {rankMeaning} from "../../../src/lib/quantities/rank.js";
import {facts, quantities} from "../../facts.js";

/** Anchor of a claim or a context record on the page that lists it. */
export const sourceAnchor = (id: string) => `s-${id}`;

/** Address of a claim of the summary. */
export const claimAddress = (id: string, lang: Lang) => `/${pathOf("sources", lang)}#${sourceAnchor(id)}`;

/** The page's list of what each of its numbers rests on; every number on the page leads to its line. */
export function numberNotes(ids: readonly string[], lang: Lang): Markup {
  const notes = ids.map((id) => quantity(quantities, id));
  const leading = notes.filter(({rank}) => rank !== "context");
  const context = notes.filter(({rank}) => rank === "context");
  return markup`<details class="notes">
<summary><h2 id="numbers">${words.numbersHere[lang]} (${ids.length})</h2></summary>
<p>${words.numbersHereIntro[lang]}</p>
<dl>${[...leading, ...context].map((each) => noteMarkup(each, lang))}</dl>
</details>`;
}

function noteMarkup(each: Quantity, lang: Lang): Markup {
  const of = lang === "nb" ? "av" : "of";
  return markup`<div id="${numberAnchor(each.id)}" class="note-on" tabindex="-1"><dt><span class="n n-${each.rank}">${formatQuantity(each, lang)}</span> ${each.label[lang]}</dt>
<dd>${rankTag(each.rank, lang)} ${of} ${each.base[lang]}; ${each.time[lang]}. ${originMarkup(each, lang)}</dd></div>`;
}

function originMarkup(each: Quantity, lang: Lang): Markup {
  if (each.rank === "context") {
    const [record] = each.claims;
    return markup`${words.source[lang]}: <a href="/${pathOf("other-surveys", lang)}#${sourceAnchor(record)}">${each.source[lang]}</a>.`;
  }
  const claims = each.claims.map(claimById);
  if (each.rank === "stated" || each.rank === "unknown")
    return markup`${claims.map((claim) => placeMarkup(claim, lang))}`;
  const parts = claims.map((claim, index) => {
    const stated = quantity(quantities, claim.id);
    return markup`${index > 0 && ", "}<a href="${claimAddress(claim.id, lang)}">${formatQuantity(stated, lang)}</a>`;
  });
  return markup`${rankMeaning[each.rank][lang]} ${formatOf100(each, lang)}. ${words.follows[lang]} ${parts}.`;
}

function placeMarkup({id, place, quote}: Claim, lang: Lang): Markup {
  return markup`${words.printedIn[lang]} <a href="${claimAddress(id, lang)}">${placeText(place, lang)}</a>: <q lang="${quote.lang}">${quote.text}</q>.`;
}

/** A place in the summary, in words. */
export function placeText({section, paragraph, sentence}: Claim["place"], lang: Lang): string {
  const parts = [quoted(section, lang)];
  if (paragraph !== null) parts.push(`${words.paragraph[lang]} ${paragraph}`);
  if (sentence !== null) parts.push(`${words.sentence[lang]} ${sentence}`);
  return parts.join(", ");
}

function claimById(id: string): Claim {
  const claim = facts.summary.claims.find((each) => each.id === id);
  if (!claim) throw new Error(`unknown claim: ${id}`);
  return claim;
}
