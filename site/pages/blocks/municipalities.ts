import {subgroup, titleFor} from "../../../src/components/figures/subgroup.js";
import type {Lang, Text} from "../../../src/lib/language/text.js";
import {type Markup, markup} from "../../../src/lib/markup.js";
import {initialSelection} from "../../../src/lib/selection.js";
import {facts} from "../../facts.js";

const say = {
  find: {nb: "Skriv navnet på kommunen", en: "Type the municipality’s name"},
  kinds: {
    nb: "Størrelser og fylker: hva sammendraget kan si om hvor mange som brukte sosiale medier",
    en: "Sizes and counties: what the summary can say of how many used social media",
  },
} satisfies Record<string, Text>;

/** The field that finds a municipality; and for every size and county, in one sentence, what the summary can say. */
export function municipalitiesBlock(lang: Lang): Markup {
  const {sizeClasses, byCounty} = facts.register;
  const groups = [...sizeClasses.map(({code}) => code), ...byCounty.map(({code}) => `county-${code}`)];
  return markup`<form class="controls finder" data-finder autocomplete="off">
<label class="filter"><span>${say.find[lang]}</span> <input type="search" name="municipality" list="municipality-names" spellcheck="false"></label>
<datalist id="municipality-names"></datalist>
</form>
<div class="found-place" data-found-place></div>
<details class="data places"><summary>${say.kinds[lang]}</summary>
<ul>${groups.map((group) => markup`<li data-says="${group}">${sentenceOn(group, lang)}</li>`)}</ul></details>`;
}

/** What the summary can say first of a group: the title of the figure on it. */
function sentenceOn(group: string, lang: Lang): string {
  const selection = {...initialSelection(subgroup.choices(facts)), group};
  return `${titleFor(facts, selection)[lang]}.`;
}
