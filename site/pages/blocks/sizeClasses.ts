import {formatNumber} from "../../../src/lib/language/format.js";
import type {Lang, Text} from "../../../src/lib/language/text.js";
import {type Markup, markup} from "../../../src/lib/markup.js";
import {sizeClassLabel} from "../../../src/lib/respondents/register.js";
import {facts} from "../../facts.js";

const say = {
  caption: {
    nb: "Kommunene i 2011 etter størrelse. Register per 1. januar 2011, Statistisk sentralbyrå.",
    en: "Municipalities in 2011 by size. Register of 1 January 2011, Statistics Norway.",
  },
  size: {nb: "Størrelse", en: "Size"},
  municipalities: {nb: "Kommuner", en: "Municipalities"},
  population: {nb: "Innbyggere i alt", en: "Inhabitants in all"},
} satisfies Record<string, Text>;

/** How many municipalities of each size there were to ask: a count of the register, not of answers. */
export function sizeClassesBlock(lang: Lang): Markup {
  return markup`<div class="scroll" tabindex="0" role="region" aria-label="${say.size[lang]}"><table><caption>${say.caption[lang]}</caption>
<thead><tr><th scope="col">${say.size[lang]}</th><th scope="col" class="number">${say.municipalities[lang]}</th><th scope="col" class="number">${say.population[lang]}</th></tr></thead>
<tbody>${facts.register.sizeClasses.map(
    ({code, municipalities, population}) =>
      markup`<tr><th scope="row">${sizeClassLabel[code][lang]}</th><td class="number">${formatNumber(municipalities, lang)}</td><td class="number">${formatNumber(population, lang)}</td></tr>`,
  )}</tbody></table></div>`;
}
