import {subgroup, titleFor} from "../../../src/components/figures/subgroup.js";
import type {Lang, Text} from "../../../src/lib/language/text.js";
import {type Markup, markup} from "../../../src/lib/markup.js";
import {pathOf} from "../../../src/lib/pages.js";
import {rankLabel} from "../../../src/lib/quantities/rank.js";
import {type Municipality, sizeClassLabel} from "../../../src/lib/respondents/register.js";
import {initialSelection} from "../../../src/lib/selection.js";
import {facts, survey} from "../../facts.js";

const say = {
  find: {nb: "Navnet på kommunen, i dag eller før", en: "The municipality’s name, today’s or an earlier one"},
  start: {
    nb: "Svaret kommer her. Alle stavemåter går, også samiske navn. Prøv:",
    en: "The answer appears here. Any spelling will do, Sami names too. Try:",
  },
  none: {
    nb: "Uten skript: bruk listen nederst på siden.",
    en: "Without scripts, use the list at the foot of the page.",
  },
  kinds: {
    nb: "Alle størrelser og fylker: hva sammendraget lar oss si",
    en: "Every size and county: what the summary allows",
  },
  explore: {nb: "Utforsk kommuner som den", en: "Explore municipalities like it"},
  name: {nb: "Kommune", en: "Municipality"},
  population: {nb: "Innbyggere 1.1.2011", en: "Inhabitants, 1 January 2011"},
  size: {nb: "Størrelse", en: "Size"},
} satisfies Record<string, Text>;

/** A short name, one of several municipalities, an old spelling, and a Sami name. */
const examples = ["Hå", "Senja", "Aalesund", "Hábmer"];

/** The field that finds a municipality; and for every size and county, in one sentence, what the summary can say. */
export function municipalitiesBlock(lang: Lang): Markup {
  const {sizeClasses, byCounty} = facts.register;
  const groups = [...sizeClasses.map(({code}) => code), ...byCounty.map(({code}) => `county-${code}`)];
  return markup`<form class="controls finder" data-finder autocomplete="off">
<label class="filter"><span>${say.find[lang]}</span> <input type="search" name="municipality" list="municipality-names" spellcheck="false"></label>
<datalist id="municipality-names"></datalist>
</form>
<div class="found-place" data-found-place data-explore="${exploreText(lang)}"><p class="with-scripts">${say.start[lang]} ${examples.map((name, at) => markup`${at > 0 && " · "}<a href="/${pathOf("municipality", lang)}?m=${encodeURIComponent(name)}">${name}</a>`)}</p><p class="without-scripts">${say.none[lang]}</p></div>
<details class="data places"><summary>${say.kinds[lang]}</summary>
<ul>${groups.map((group) => markup`<li>${sentenceOn(group, lang)}</li>`)}</ul></details>`;
}

/** What leads to respondents of the same size and county; nothing where they cannot be filtered. */
function exploreText(lang: Lang): string {
  const {settings, respondents} = survey;
  if (settings.access !== "open") return "";
  return `${say.explore[lang]}${respondents.rank === "standIn" ? ` (${rankLabel.standIn[lang]})` : ""}`;
}

/** Every municipality with its number, population and size, folded by county. */
export function municipalityListBlock(lang: Lang): Markup {
  return markup`${facts.register.byCounty.map(
    ({code, name, municipalities}) => markup`<details class="data places"><summary>${name} (${municipalities})</summary>
<table><thead><tr><th scope="col">${say.name[lang]}</th><th scope="col">${say.population[lang]}</th><th scope="col">${say.size[lang]}</th></tr></thead>
<tbody>${facts.municipalities.filter(({county}) => county === code).map((each) => row(each, lang))}</tbody></table></details>`,
  )}`;
}

function row({number, name, population, sizeClass}: Municipality, lang: Lang): Markup {
  return markup`<tr><th scope="row">${number} ${name.replaceAll(" - ", " – ")}</th><td class="number">${population.toLocaleString(lang)}</td><td>${sizeClassLabel[sizeClass][lang]}</td></tr>
`;
}

/** What the summary can say first of a group: the title of the figure on it. */
function sentenceOn(group: string, lang: Lang): string {
  const selection = {...initialSelection(subgroup.choices(facts)), group};
  return `${titleFor(facts, selection)[lang]}.`;
}
