import {subgroup} from "../../src/components/figures/subgroup.js";
import {formatNumber} from "../../src/lib/format.js";
import {type Markup, markup} from "../../src/lib/markup.js";
import type {Municipality} from "../../src/lib/register.js";
import {initialSelection} from "../../src/lib/selection.js";
import type {Lang, Text} from "../../src/lib/text.js";
import {facts} from "../facts.js";

const say = {
  find: {nb: "Skriv navnet på kommunen", en: "Type the municipality’s name"},
  all: {nb: "Kommunene i 2011, fylke for fylke", en: "The municipalities in 2011, county by county"},
  source: {
    nb: "Innbyggere i register per 1. januar 2011, Statistisk sentralbyrå.",
    en: "Inhabitants in the register of 1 January 2011, Statistics Norway.",
  },
} satisfies Record<string, Text>;

/** The field that finds a municipality, and without scripts the whole list by county, with size classes. */
export function municipalitiesBlock(lang: Lang): Markup {
  return markup`<form class="controls finder" data-finder autocomplete="off">
<label class="filter"><span>${say.find[lang]}</span> <input type="search" name="municipality" list="municipality-names" spellcheck="false"></label>
<datalist id="municipality-names"></datalist>
</form>
<div class="found-place" data-found-place></div>
<details class="data places"><summary>${say.all[lang]}</summary>
<p>${say.source[lang]}</p>
<ul class="says">${facts.register.sizeClasses.map(({code}) => markup`<li data-says="${code}">${sentenceOn(code, lang)}</li>`)}</ul>
${facts.register.byCounty.map(
  ({code, name}) =>
    markup`<section data-county="${code}" data-name="${name}"><h3>${name}</h3>
<p data-says="county-${code}">${sentenceOn(`county-${code}`, lang)}</p>
<ul>${ofCounty(code).map((each) => placeMarkup(each, lang))}</ul></section>`,
)}</details>`;
}

/** What the summary can say first of a group: the title of the figure on it. */
function sentenceOn(group: string, lang: Lang): string {
  const selection = {...initialSelection(subgroup.choices(facts)), group};
  return `${subgroup.view(facts, selection).title[lang]}.`;
}

const ofCounty = (code: string) => facts.municipalities.filter(({county}) => county === code);

function placeMarkup({name, population, sizeClass}: Municipality, lang: Lang): Markup {
  return markup`<li data-size="${sizeClass}"><b>${name}</b> <i>${formatNumber(population, lang)}</i></li>`;
}
