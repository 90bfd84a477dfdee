import type {Claim} from "../../../src/lib/claims/claim.js";
import type {ContextRecord} from "../../../src/lib/claims/context.js";
import {quantity} from "../../../src/lib/facts.js";
import {formatQuantity} from "../../../src/lib/language/format.js";
import type {Lang, Text} from "../../../src/lib/language/text.js";
import {type Markup, markup} from "../../../src/lib/markup.js";
import {pages, pathOf} from "../../../src/lib/pages.js";
import {rankLabel} from "../../../src/lib/quantities/rank.js";
import {facts, quantities} from "../../facts.js";
import {placeText, sourceAnchor} from "../numberNotes.js";
import {type Use, usage} from "../usage.js";

const say = {
  quote: {nb: "Ordrett", en: "Verbatim"},
  quoteLang: {nb: "på norsk", en: "in Norwegian"},
  place: {nb: "Står i", en: "Found in"},
  of: {nb: "Gjelder", en: "Covers"},
  time: {nb: "Tid", en: "Time"},
  used: {nb: "Brukt på", en: "Used on"},
  unused: {nb: "Ikke brukt i tekst eller figur", en: "Not used in text or figure"},
  comparable: {nb: "Kan det stilles ved siden av BETA.KOMM?", en: "May it stand beside BETA.KOMM?"},
  confidence: {nb: "Sikkerhet", en: "Confidence"},
  alsoSeen: {nb: "Også sett", en: "Also seen"},
  read: {nb: "Lest hos", en: "Read at"},
  base: {nb: "Grunnlag", en: "Base"},
  noNumber: {nb: "ikke noe tall", en: "no number"},
  inProse: {nb: "tekst", en: "text"},
  inFigure: {nb: "figur", en: "figure"},
  printed: {nb: "I skanningen", en: "In the scan"},
  corrected: {nb: "Rettet til", en: "Corrected to"},
  left: {nb: "lar vi stå", en: "left as it is"},
  why: {nb: "Hvorfor", en: "Why"},
  where: {nb: "Hvor", en: "Where"},
  handled: {nb: "Slik gjør vi", en: "What we do"},
} satisfies Record<string, Text>;

const kinds: Record<Claim["kind"], Text> = {
  number: {nb: "tall", en: "number"},
  statement: {nb: "påstand i ord", en: "statement in words"},
  fact: {nb: "om undersøkelsen", en: "about the study"},
};

const comparability: Record<ContextRecord["comparability"]["code"], Text> = {
  near: {nb: "Ja, med forbehold", en: "Yes, with a caveat"},
  differs: {nb: "Ikke uten videre", en: "Not as it stands"},
  none: {nb: "Nei", en: "No"},
};

/** Every claim of the summary, linkable, with where it stands and where it is used. */
export function claimsBlock(lang: Lang): Markup {
  const uses = usage();
  return markup`<ol class="entries" data-searched>${facts.summary.claims.map((claim) => claimEntry(claim, uses.get(claim.id) ?? [], lang))}</ol>`;
}

function claimEntry(claim: Claim, uses: readonly Use[], lang: Lang): Markup {
  const {id, kind, text, universe, time, place, quote} = claim;
  const of = facts.summary.universes.find(({code}) => code === universe)?.label[lang];
  const number =
    kind === "number" && markup`<span class="n n-stated">${formatQuantity(quantity(quantities, id), lang)}</span> `;
  return markup`<li id="${sourceAnchor(id)}" tabindex="-1"><p class="entry-head">${number}<a class="entry-link" href="#${sourceAnchor(id)}">${text[lang]}</a></p>
<p class="entry-meta"><span class="rank rank-stated">${rankLabel.stated[lang]}</span> ${kinds[kind][lang]} · ${say.of[lang]} ${of} · ${time[lang]} · ${say.place[lang]} ${placeText(place, lang)}</p>
<blockquote lang="${quote.lang}">${quote.text}</blockquote>
<p class="entry-meta">${usesMarkup(uses, lang)}</p></li>`;
}

function usesMarkup(uses: readonly Use[], lang: Lang): Markup {
  if (uses.length === 0) return markup`${say.unused[lang]}`;
  const links = uses.map(({page, anchor}, index) => {
    const name = pages.find(({id}) => id === page)?.name[lang];
    const href = `/${pathOf(page, lang)}${anchor ? `#${anchor}` : ""}`;
    return markup`${index > 0 && ", "}<a href="${href}">${name}, ${anchor ? say.inFigure[lang] : say.inProse[lang]}</a>`;
  });
  return markup`${say.used[lang]}: ${links}`;
}

/** Every record of another survey, linkable, with each number it holds and why it may be compared or not. */
export function contextBlock(lang: Lang): Markup {
  const uses = usage();
  return markup`<ol class="entries" data-searched>${facts.context.records.map((record) => contextEntry(record, uses.get(record.id) ?? [], lang))}</ol>`;
}

function contextEntry(record: ContextRecord, uses: readonly Use[], lang: Lang): Markup {
  const numbers = facts.context.values.filter((value) => value.record === record.id);
  const {id, measures, base, period, publisher, url, alsoSeen} = record;
  return markup`<li id="${sourceAnchor(id)}" tabindex="-1"><p class="entry-head"><a class="entry-link" href="#${sourceAnchor(id)}">${measures[lang]}</a></p>
<ul class="entry-numbers">${numbers.length === 0 && markup`<li>${say.noNumber[lang]}</li>`}${numbers.map(
    (value) =>
      markup`<li><span class="n n-context">${formatQuantity(quantity(quantities, value.id), lang)}</span> ${value.label[lang]}</li>`,
  )}</ul>
<p class="entry-meta"><span class="rank rank-context">${rankLabel.context[lang]}</span> ${publisher[lang]} · ${period[lang]} · ${say.base[lang]}: ${base?.[lang] ?? "–"}</p>
<p class="entry-meta">${say.comparable[lang]} <strong>${comparability[record.comparability.code][lang]}.</strong> ${record.comparability[lang]}</p>
<p class="entry-meta">${say.confidence[lang]}: ${record.confidence[lang]} ${say.read[lang]} <a href="${url}">${new URL(url).host}</a>${alsoSeen.length > 0 && markup`; ${say.alsoSeen[lang].toLowerCase()}: ${alsoSeen.map((address, index) => markup`${index > 0 && ", "}<a href="${address}">${new URL(address).host}</a>`)}`}. ${usesMarkup(uses, lang)}</p></li>`;
}

/** What was mended in the scan, and what was left standing. */
export function correctionsBlock(lang: Lang): Markup {
  return markup`<div class="scroll" tabindex="0" role="region" aria-label="${say.printed[lang]}"><table>
<thead><tr><th scope="col">${say.printed[lang]}</th><th scope="col">${say.corrected[lang]}</th><th scope="col">${say.where[lang]}</th><th scope="col">${say.why[lang]}</th></tr></thead>
<tbody>${facts.summary.corrections.map(({printed, corrected, place, why}) => {
    const source = place.section === "English summary" ? "en" : "nb";
    return markup`<tr><td lang="${source}">${printed}</td><td>${corrected === null ? markup`<em>${say.left[lang]}</em>` : markup`<span lang="${source}">${corrected}</span>`}</td><td>${placeText(place, lang)}</td><td>${why[lang]}</td></tr>`;
  })}</tbody></table></div>`;
}

/** Where the text is of two minds, and what the report does about it. */
export function doubtsBlock(lang: Lang): Markup {
  return markup`<dl class="doubts">${facts.summary.doubts.map(
    ({id, text, handled}) =>
      markup`<div id="d-${id}"><dt>${text[lang]}</dt><dd>${say.handled[lang]}: ${handled[lang]}</dd></div>`,
  )}</dl>`;
}
