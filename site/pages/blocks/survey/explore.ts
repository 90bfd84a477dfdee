import {ofKind} from "../../../../src/lib/claims/assumption.js";
import type {Lang, Text} from "../../../../src/lib/language/text.js";
import {type Markup, markup} from "../../../../src/lib/markup.js";
import {pathOf} from "../../../../src/lib/pages.js";
import {has, settings} from "../../../../src/lib/settings.js";
import {facts, survey} from "../../../facts.js";
import {assumptions} from "./quality.js";

/** What a reader must know before exploring: whose answers these are, and which differences were put into made-up ones. */
export function exploreBlock(lang: Lang): Markup {
  const isProtected = survey.settings.access === "protected";
  return markup`${survey.respondents.rank === "standIn" ? madeUp(lang) : markup`<p class="banner-line">${real[lang]}${isProtected && ` ${(facts.survey.noise ? family : fixed)[lang]}`}</p>`}
<p class="without-scripts">${scripts[lang]}</p>`;
}

function madeUp(lang: Lang): Markup {
  if (!has("claims")) return markup`<p class="banner-line">${madeUpToTry[lang]}</p>`;
  const quality = `/${pathOf("data-quality", lang)}#made-up`;
  const put = ofKind(assumptions(), "difference");
  const {head, agree, chance, more} = words[lang];
  return markup`<details class="banner"><summary><strong>${head}</strong> ${agree} ${put.length === 0 ? chance.all : chance.rest}</summary>
${put.map(({text}) => markup`<p>${text[lang]}</p>`)}<p><a href="${quality}">${more}</a></p></details>`;
}

const words = {
  nb: {
    head: "Konstruerte svar, ikke funn.",
    agree: "De stemmer med hvert tall i sammendraget.",
    chance: {
      all: "Forskjeller mellom grupper er tilfeldige.",
      rest: "Forskjellene som er lagt inn, står her; alle andre er tilfeldige.",
    },
    more: "Slik er de laget",
  },
  en: {
    head: "Made-up respondents, not findings.",
    agree: "They agree with every number in the summary.",
    chance: {
      all: "Differences between groups are due to chance.",
      rest: "The differences that were put in are listed here; all others are due to chance.",
    },
    more: "How they were made",
  },
};

/** Of made-up respondents of a survey without a summary that they agree with. */
const madeUpToTry: Text = {
  nb: "Konstruerte svar, ikke funn: De er laget for at verktøyet kan prøves.",
  en: "Made-up respondents, not findings: they were made so that everything can be tried.",
};

const real: Text = {
  nb: "Tallene er regnet ut fra filen med svar.",
  en: "The numbers are computed from the file of responses.",
};

const fixed: Text =
  settings.waves.length > 0 && !has("register")
    ? {
        nb: "Filen er beskyttet, så svarene kan bare fordeles etter bølge, og ikke filtreres.",
        en: "The file is protected, so the answers can be broken down only by wave, and not filtered.",
      }
    : has("register")
      ? {
          nb: "Filen er beskyttet, så svarene kan bare fordeles etter fylke og størrelse, og ikke filtreres.",
          en: "The file is protected, so the answers can be broken down only by county and size, and not filtered.",
        }
      : {
          nb: "Filen er beskyttet: Hvert spørsmål vises for alle, uten inndelinger og filtre.",
          en: "The file is protected: each question is shown for all, without breakdowns or filters.",
        };

const family: Text = {
  nb: "Filen er beskyttet: Antallene er endret litt tilfeldig, og svarene kan fordeles etter det menyen viser, men ikke filtreres.",
  en: "The file is protected: random noise was added to its counts, and the answers can be broken down by what the menu offers, but not filtered.",
};

const scripts: Text = {
  nb: "Uten JavaScript vises den første visningen av svarene, med tabell og filer.",
  en: "Without JavaScript, you see the first view of the answers, with its table and files.",
};
