import {ofKind} from "../../../src/lib/claims/assumption.js";
import type {Lang} from "../../../src/lib/language/text.js";
import {type Markup, markup} from "../../../src/lib/markup.js";
import {pathOf} from "../../../src/lib/pages.js";
import {survey} from "../../facts.js";
import {assumptions} from "./quality.js";

/** What a reader must know before exploring: whose answers these are, and what can be done with them. */
export function exploreBlock(lang: Lang): Markup {
  return markup`<p>${whose(lang)} ${survey.settings.access === "protected" ? fixed[lang] : free[lang]}</p>
<p class="without-scripts">${scripts[lang]}</p>`;
}

function whose(lang: Lang): Markup {
  if (survey.respondents.rank === "estimated") return markup`${real[lang]}`;
  const quality = `/${pathOf("data-quality", lang)}#made-up`;
  const put = putIn();
  return lang === "nb"
    ? markup`Svarene i undersøkelsen er ikke offentlige. For at du likevel skal kunne utforske, følger det med <a href="${quality}">konstruerte svar</a>. De stemmer med hvert tall i sammendraget. ${put.length > 0 && markup`Noen forskjeller er lagt inn: ${put.map(({text}) => markup`${text.nb} `)}Alle andre forskjeller mellom grupper er tilfeldige.`}${put.length === 0 && "Forskjeller mellom grupper er tilfeldige."}`
    : markup`The answers to the survey are not public. So that you can explore all the same, the report comes with <a href="${quality}">made-up respondents</a>. They agree with every number in the summary. ${put.length > 0 && markup`Some differences have been put in: ${put.map(({text}) => markup`${text.en} `)}All other differences between groups are chance.`}${put.length === 0 && "Differences between groups are chance."}`;
}

/** Differences that the made-up respondents were given. */
const putIn = () => ofKind(assumptions(), "difference");

const real = {
  nb: "Tallene er regnet ut fra filen med svar.",
  en: "The numbers are computed from the file of responses.",
};

const free = {
  nb: "Velg et svar, hva det skal fordeles etter, og hvem som skal være med. Trykk på et fylke eller en gruppe i figurene for å se bare dem.",
  en: "Choose an answer, what to break it down by, and whom to include. Press a county or a group in the figures to see it alone.",
};

const fixed = {
  nb: "Filen er beskyttet. Derfor kan svarene bare fordeles etter fylke og størrelse, og ikke filtreres.",
  en: "The file is protected. Therefore the answers can only be broken down by county and size, and not filtered.",
};

const scripts = {
  nb: "Uten JavaScript vises alle som svarte, samlet og fylke for fylke.",
  en: "Without JavaScript all that answered are shown, together and county by county.",
};
