import type {Lang, Text} from "../../../src/lib/language/text.js";
import {words} from "../../../src/lib/language/words.js";
import {type Markup, markup} from "../../../src/lib/markup.js";
import {facts} from "../../facts.js";

const say = {
  legend: {nb: "Dette har vi på plass", en: "This we have in place"},
  clear: {nb: "Nullstill", en: "Clear"},
  none: {
    nb: "Kryss av, så står profilen her. Svarene blir i nettleseren din og sendes ikke noe sted.",
    en: "Tick what you have, and the profile appears here. Your answers stay in your browser and are sent nowhere.",
  },
} satisfies Record<string, Text>;

/** The eight numbered criteria as a self-check; without scripts, the list to print and tick by hand. */
export function criteriaBlock(lang: Lang): Markup {
  const criteria = facts.summary.claims.filter(({id}) => /^criterion-\d$/.test(id));
  return markup`<form class="criteria" data-criteria data-lang="${lang}" autocomplete="off">
<fieldset><legend>${say.legend[lang]}</legend>
<ol>${criteria.map(
    ({id, label}) =>
      markup`<li><label><input type="checkbox" name="criteria" value="${id.slice("criterion-".length)}"> <span>${label?.[lang]}</span></label></li>`,
  )}</ol></fieldset>
<div class="profile"><div class="profile-result" data-profile><p>${say.none[lang]}</p></div>
<p class="buttons"><button type="button" data-print>${words.print[lang]}</button> <button type="reset">${say.clear[lang]}</button></p></div>
</form>`;
}
