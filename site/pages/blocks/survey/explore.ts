import {ofKind} from "../../../../src/lib/claims/assumption.js";
import {type Lang, type Text, uncapital} from "../../../../src/lib/language/text.js";
import {type Markup, markup} from "../../../../src/lib/markup.js";
import {pathOf} from "../../../../src/lib/pages.js";
import {has, settings} from "../../../../src/lib/settings.js";
import type {PageExplorer} from "../../../../src/lib/table/explorer.js";
import type {ExploredVariable} from "../../../../src/lib/table/variable.js";
import {facts, survey} from "../../../facts.js";
import {assumptions} from "./quality.js";

/** What a reader must know before exploring: whose answers these are, and which differences were put into made-up ones. */
export function exploreBlock(lang: Lang): Markup {
  const isProtected = survey.settings.access === "protected";
  return markup`${survey.respondents.rank === "standIn" ? madeUp(lang) : markup`<p class="banner-line">${real[lang]}${isProtected && ` ${(facts.survey.noise ? family : fixed)[lang]}`}</p>`}
<p class="without-scripts">${scripts[lang]}</p>${startsMarkup(lang)}`;
}

/** Tables to begin with, made of the survey’s own questions; none of a protected file, of which there are few. */
function startsMarkup(lang: Lang): Markup | false {
  const explorer = facts.explorer.explore;
  if (!explorer || explorer.isProtected) return false;
  const links = starts(explorer).map(
    ({label, search}, at) =>
      markup`${at > 0 && " · "}<a href="/${pathOf("explore", lang)}?${String(new URLSearchParams(search))}">${label[lang]}</a>`,
  );
  return links.length > 0 && markup`<p class="starts">${begin[lang]} ${links}</p>`;
}

/** The first question on the map; one with several answers by what the page begins with, which it does not depend on; the last of those. */
function starts({variables, themes = [], first, tiles}: PageExplorer): {label: Text; search: Record<string, string>}[] {
  const named = (sought: string) => variables.filter(({name, type}) => name === sought && type !== "register");
  const asked = themes.flatMap((theme) => theme.variables.flatMap(named));
  const several = asked.filter(({type}) => type === "multiple");
  const by = variables.find(({name}) => name === first?.rows);
  const isOfAll = ({name, universe}: ExploredVariable) =>
    ![name, ...universe.map(({variable}) => variable)].includes(by?.name ?? "");
  const [mapped, told, last] = [tiles.length > 0 && asked[0], several.find(isOfAll), several[several.length - 1]];
  return [
    ...(mapped ? [{label: onMap(mapped), search: {rows: mapped.name, view: "map"}}] : []),
    ...(told && by ? [{label: byText(told, by), search: {rows: told.name, columns: by.name}}] : []),
    ...(last && last !== told ? [{label: last.label, search: {rows: last.name, columns: "none"}}] : []),
  ];
}

type Labelled = Pick<ExploredVariable, "label">;

const begin: Text = {nb: "Begynn her:", en: "Start here:"};

const onMap = ({label}: Labelled): Text => ({nb: `${label.nb}, på kartet`, en: `${label.en}, on the map`});

const byText = (rows: Labelled, by: Labelled): Text => ({
  nb: `${rows.label.nb} etter ${uncapital(by.label.nb)}`,
  en: `${rows.label.en} by ${uncapital(by.label.en)}`,
});

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
