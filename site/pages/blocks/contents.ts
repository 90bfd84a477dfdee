import type {Lang, Text} from "../../../src/lib/language/text.js";
import {type Markup, markup} from "../../../src/lib/markup.js";
import {type PageId, pages, pathOf} from "../../../src/lib/pages.js";

/** What a reader finds on each page of the story, in a line. */
const leads: Partial<Record<PageId, Text>> = {
  adoption: {
    nb: "Hvor mange brukte sosiale medier, og hvor mange skulle begynne?",
    en: "How many used social media, and how many were about to?",
  },
  strategy: {nb: "Kom strategien før bruken, eller etter?", en: "Did the strategy come before the use, or after?"},
  channels: {nb: "Facebook, og så nesten ikke noe annet tall.", en: "Facebook, and hardly a number besides."},
  dialogue: {nb: "Målet var samtale. Hva ble det i praksis?", en: "The goal was conversation. What came of it?"},
  challenges: {nb: "Fire områder, nevnt uten tall.", en: "Four areas, named without numbers."},
  "success-criteria": {
    nb: "To lister over det som skal gi suksess, og en sjekkliste for egen kommune.",
    en: "Two lists of what should bring success, and a check for your own municipality.",
  },
  "before-after": {
    nb: "Hva andre undersøkelser fant, fra 2010 til 2015.",
    en: "What other surveys found, from 2010 to 2015.",
  },
  "what-can-it-say": {
    nb: "Still spørsmålet ditt, og se grensene for svaret.",
    en: "Put your question, and see the limits of the answer.",
  },
  crosstab: {
    nb: "Sett hva som helst mot hva som helst, og ta med deg tabellen.",
    en: "Set anything against anything, and take the table with you.",
  },
};

/** The pages of the story as a list with a line about each. */
export function contentsBlock(lang: Lang): Markup {
  return markup`<ol class="contents">${pages.map(
    ({id, name}) =>
      id in leads &&
      markup`<li><a href="/${pathOf(id, lang)}">${name[lang]}</a> <span>${leads[id]?.[lang]}</span></li>`,
  )}</ol>`;
}
