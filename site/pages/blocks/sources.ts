import {rankTag} from "../../../src/components/markup/rankTag.js";
import type {Claim} from "../../../src/lib/claims/claim.js";
import {quantity} from "../../../src/lib/facts.js";
import {formatQuantity} from "../../../src/lib/language/format.js";
import type {Lang, Text} from "../../../src/lib/language/text.js";
import {type Markup, markup} from "../../../src/lib/markup.js";
import {facts, quantities} from "../../facts.js";
import {placeText, sourceAnchor} from "../numbers/numberNotes.js";
import {type Use, usage} from "../numbers/usage.js";
import {entryGroups, searchBlock, usesMarkup} from "./entries.js";
import {table, texts} from "./table.js";

const say = {
  place: {nb: "Står i", en: "Found in"},
  of: {nb: "Gjelder", en: "Covers"},
  left: {nb: "lar vi stå", en: "left as it is"},
  corrections: {nb: "Rettelser", en: "Corrections"},
  handled: {nb: "Slik gjør vi", en: "What we do"},
} satisfies Record<string, Text>;

const kinds: Record<Claim["kind"], Text> = {
  number: {nb: "tall", en: "number"},
  statement: {nb: "påstand i ord", en: "statement in words"},
  fact: {nb: "om undersøkelsen", en: "about the survey"},
};

/** The numbers, and by topic what is said in words. */
const groups: Readonly<Record<string, Text>> = {
  numbers: {nb: "Tallene", en: "The numbers"},
  adoption: {nb: "Bruk", en: "Adoption"},
  strategy: {nb: "Strategi", en: "Strategy"},
  channels: {nb: "Kanaler", en: "Channels"},
  dialogue: {nb: "Dialog", en: "Dialogue"},
  challenges: {nb: "Utfordringer", en: "Challenges"},
  success: {nb: "Det som skal til for å lykkes", en: "What it takes to succeed"},
  experience: {nb: "Erfaringer, og veien videre", en: "Experience, and what lies ahead"},
  study: {nb: "Om undersøkelsen", en: "About the survey"},
};

/** Searches the claims. */
export const claimsSearch = searchBlock(
  {nb: "Søk i påstandene", en: "Search the claims"},
  {
    filter: {
      key: "kind",
      label: {nb: "Vis", en: "Show"},
      options: {
        number: {nb: "Tall", en: "Numbers"},
        statement: {nb: "Påstander i ord", en: "Statements in words"},
        fact: {nb: "Om undersøkelsen", en: "About the survey"},
      },
    },
    also: "other-surveys",
  },
);

/**
 * Every claim of the summary, linkable, with where it stands and where it is used.
 *
 * @throws when a claim is of a topic that has no heading here
 */
export function claimsBlock(lang: Lang): Markup {
  const uses = usage();
  const groupOf = ({kind, topic}: Claim) => (kind === "number" ? "numbers" : topic);
  const {claims} = facts.summary;
  const homeless = claims.find((claim) => !(groupOf(claim) in groups));
  if (homeless) throw new Error(`topic without a heading: ${homeless.topic} (${homeless.id})`);
  const made = Object.entries(groups).map(([id, label]) => ({
    id,
    label,
    entries: claims
      .filter((claim) => groupOf(claim) === id)
      .map((claim) => claimEntry(claim, uses.get(claim.id) ?? [], lang)),
    isOpen: id === "numbers",
  }));
  return entryGroups(
    made.filter(({entries}) => entries.length > 0),
    lang,
  );
}

function claimEntry(claim: Claim, uses: readonly Use[], lang: Lang): Markup {
  const {id, kind, text, universe, time, place, quote} = claim;
  const of = facts.summary.universes.find(({code}) => code === universe)?.label[lang];
  const number =
    kind === "number" && markup`<span class="n n-stated">${formatQuantity(quantity(quantities, id), lang)}</span> `;
  return markup`<li id="${sourceAnchor(id)}" tabindex="-1" data-kind="${kind}"><p class="entry-head">${number}<a class="entry-link" href="#${sourceAnchor(id)}">${text[lang]}</a></p>
<p class="entry-meta">${rankTag("stated", lang)} ${kinds[kind][lang]} · ${say.of[lang]} ${of} · ${time[lang]} · ${say.place[lang]} ${placeText(place, lang)}</p>
<blockquote lang="${quote.lang}">${quote.text}</blockquote>
<p class="entry-meta">${usesMarkup(uses, lang)}</p></li>`;
}

/** What was mended in the scan, and what was left standing. */
export function correctionsBlock(lang: Lang): Markup {
  const printed: Text = {nb: "I skanningen", en: "In the scan"};
  const corrections = table(
    facts.summary.corrections.map((each) => ({...each, from: each.place.section === "English summary" ? "en" : "nb"})),
    [
      texts(printed, (each) => markup`<span lang="${each.from}">${each.printed}</span>`),
      texts({nb: "Rettet til", en: "Corrected to"}, ({corrected, from}) =>
        corrected === null ? markup`<em>${say.left[lang]}</em>` : markup`<span lang="${from}">${corrected}</span>`,
      ),
      texts({nb: "Hvor", en: "Where"}, ({place}) => placeText(place, lang)),
      texts({nb: "Hvorfor", en: "Why"}, ({why}) => why[lang]),
    ],
    {lang, label: printed},
  );
  return markup`<details class="data"><summary>${say.corrections[lang]} (${facts.summary.corrections.length})</summary>${corrections}</details>`;
}

/** Where the text is of two minds, and what the report does about it. */
export function doubtsBlock(lang: Lang): Markup {
  return markup`<dl class="doubts">${facts.summary.doubts.map(
    ({id, text, handled}) =>
      markup`<div id="d-${id}"><dt>${text[lang]}</dt><dd>${say.handled[lang]}: ${handled[lang]}</dd></div>`,
  )}</dl>`;
}
