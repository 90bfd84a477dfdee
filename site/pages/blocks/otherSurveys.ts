import {codeLabels} from "../../../src/components/figures/shared/contextCodes.js";
import {rankTag} from "../../../src/components/markup/rankTag.js";
import type {Comparability, ContextRecord} from "../../../src/lib/claims/context.js";
import {quantity} from "../../../src/lib/facts.js";
import {formatQuantity} from "../../../src/lib/language/format.js";
import type {Lang, Text} from "../../../src/lib/language/text.js";
import {type Markup, markup} from "../../../src/lib/markup.js";
import {facts, quantities} from "../../facts.js";
import {sourceAnchor} from "../numbers/numberNotes.js";
import {type Use, usage} from "../numbers/usage.js";
import {entryGroups, searchBlock, usesMarkup} from "./entries.js";

const say = {
  comparable: {nb: "Kan det sammenlignes med BETA.KOMM?", en: "Can it be compared with BETA.KOMM?"},
  confidence: {nb: "Sikkerhet", en: "Confidence"},
  alsoSeen: {nb: "også sett hos", en: "also seen at"},
  read: {nb: "Lest hos", en: "Read at"},
  base: {nb: "Grunnlag", en: "Base"},
  noNumber: {nb: "ikke noe tall", en: "no number"},
} satisfies Record<string, Text>;

const comparability: Record<Comparability, Text> = {
  near: {nb: "Ja, med forbehold", en: "Yes, with a caveat"},
  differs: {nb: "Ikke uten videre", en: "Not as it stands"},
  none: {nb: "Nei", en: "No"},
};

/** Searches the records. */
export const contextSearch = searchBlock(
  {nb: "Søk i undersøkelsene", en: "Search the surveys"},
  {filter: {key: "comparable", label: say.comparable, options: comparability}, also: "sources"},
);

/** Every record of another survey by country, linkable, with each number it holds and why it may be compared or not. */
export function contextBlock(lang: Lang): Markup {
  const uses = usage();
  const {records, values} = facts.context;
  const countryOf = ({id}: ContextRecord) => values.find(({record}) => record === id)?.country ?? withoutNumbers;
  const labels = {...codeLabels.country, [withoutNumbers]: {nb: "Uten tall", en: "Without numbers"}};
  const made = Object.entries(labels).map(([id, label]) => ({
    id,
    label,
    entries: records
      .filter((record) => countryOf(record) === id)
      .map((record) => contextEntry(record, uses.get(record.id) ?? [], lang)),
  }));
  return entryGroups(
    made.filter(({entries}) => entries.length > 0),
    lang,
  );
}

const withoutNumbers = "none";

function contextEntry(record: ContextRecord, uses: readonly Use[], lang: Lang): Markup {
  const numbers = facts.context.values.filter((value) => value.record === record.id);
  const {id, measures, base, period, publisher, url, alsoSeen} = record;
  return markup`<li id="${sourceAnchor(id)}" tabindex="-1" data-comparable="${record.comparability.code}"><p class="entry-head"><a class="entry-link" href="#${sourceAnchor(id)}">${measures[lang]}</a></p>
<ul class="entry-numbers">${numbers.length === 0 && markup`<li>${say.noNumber[lang]}</li>`}${numbers.map(
    (value) =>
      markup`<li><span class="n n-context">${formatQuantity(quantity(quantities, value.id), lang)}</span> ${value.label[lang]}</li>`,
  )}</ul>
<p class="entry-meta">${rankTag("context", lang)} ${publisher[lang]} · ${period[lang]} · ${say.base[lang]}: ${base?.[lang] ?? "–"}</p>
<p class="entry-meta">${say.comparable[lang]} <strong>${comparability[record.comparability.code][lang]}.</strong> ${record.comparability[lang]}</p>
<p class="entry-meta">${say.confidence[lang]}: ${record.confidence[lang]} ${say.read[lang]} <a href="${url}">${new URL(url).host}</a>${alsoSeen.length > 0 && markup`; ${say.alsoSeen[lang]} ${alsoSeen.map((address, index) => markup`${index > 0 && ", "}<a href="${address}">${new URL(address).host}</a>`)}`}. ${usesMarkup(uses, lang)}</p></li>`;
}
