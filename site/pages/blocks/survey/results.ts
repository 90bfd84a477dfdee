import {figureById} from "../../../../src/components/figures.js";
import {figureMarkup} from "../../../../src/components/markup/figureMarkup.js";
import {compactKeys, keys} from "../../../../src/components/workbench/choiceKeys.js";
import {formatNumber} from "../../../../src/lib/language/format.js";
import {type Lang, listText, type Text} from "../../../../src/lib/language/text.js";
import {type Markup, markup} from "../../../../src/lib/markup.js";
import {explorerPages, type PageId, pageName, pathOf} from "../../../../src/lib/pages.js";
import {fieldworkTime} from "../../../../src/lib/respondents/surveyFacts.js";
import {initialSelection} from "../../../../src/lib/selection.js";
import {settings} from "../../../../src/lib/settings.js";
import {headlineAnswer} from "../../../../src/lib/table/shown/headlineAnswer.js";
import {variableByName} from "../../../../src/lib/table/variable.js";
import {facts, survey} from "../../../facts.js";
import {partsOf} from "../../../views.js";

/** Who asked, when, and how many answered. */
export function studyBlock(lang: Lang): Markup {
  const n = markup`<strong>${formatNumber(facts.survey.respondents, lang)}</strong>`;
  const {length: waves} = settings.waves;
  const inWaves =
    waves > 0 ? {nb: ` i ${formatNumber(waves, lang)} bølger`, en: ` in ${formatNumber(waves, lang)} waves`}[lang] : "";
  const time = `${inWaves}, ${fieldworkTime[lang]}`;
  const by = listText(
    [settings.owner, settings.fieldworkBy ?? ""].filter(Boolean).map((name) => ({nb: name, en: name})),
  );
  const explore = markup`<a href="/${pathOf("explore", lang)}">${say.explore[lang]}</a>`;
  const units = survey.panel && formatNumber(survey.panel.design.units, lang);
  if (units)
    return lang === "nb"
      ? markup`<p class="sums">${n} svar fra ${units} respondenter${time}. Undersøkelsen er laget av ${by.nb}. ${explore}</p>`
      : markup`<p class="sums">${n} responses from ${units} respondents${time}. The survey was made by ${by.en}. ${explore}</p>`;
  return lang === "nb"
    ? markup`<p class="sums">${n} svarte${time}. Undersøkelsen er laget av ${by.nb}. ${explore}</p>`
    : markup`<p class="sums">${n} answered${time}. The survey was made by ${by.en}. ${explore}</p>`;
}

/**
 * The first question of each theme as a picture with its sentence, and the way to the others; without themes, of all. The
 * sentence is of yes, or of the answer that most gave.
 */
export function resultsBlock(lang: Lang): Markup {
  const {isProtected, noise, response} = facts.survey;
  const isBroken = !isProtected || noise !== undefined || response !== null; // by groups of respondents
  const shown: readonly PageId[] = explorerPages.length > 0 ? explorerPages : ["explore"];
  return markup`${shown.map((page) => {
    const figure = figureById(page === "explore" ? page : `${page}-answers`);
    const initial = initialSelection(figure.choices(facts));
    const selection = page === "explore" ? {...initial, [keys.answer]: showOf(initial[keys.rows])} : initial;
    const name = pageName(page, lang);
    return markup`<h2 id="${page}">${name}</h2>
${figureMarkup(figure, partsOf(figure, selection, lang), {lang, selection: {}, level: 3})}
<p class="further"><a href="/${pathOf(page, lang)}">${(isBroken ? say.more : say.moreQuestions)[lang]} ${name}</a></p>`;
  })}`;
}

/** An answer to a question as the address of a topic page says it: the one that is told first. */
function showOf(question: string): string {
  const {categories} = variableByName(facts.explorer.explore?.variables ?? [], question);
  const distribution = facts.survey.distributions.find(({variable}) => variable === question);
  const told = distribution && headlineAnswer(distribution);
  return `${question}.${categories.find(({code}) => code === told)?.code ?? categories[0].code}`;
}

/** The questions of a theme, each leading to the answer in the figure that is told first; nothing where there is one. */
export function themeBlock(lang: Lang, page: string): Markup {
  const {questions = [], variables = []} = facts.explorer[page as PageId] ?? {};
  if (questions.length < 2) return markup``;
  const links = questions.map((name) => {
    const {label} = variableByName(variables, name);
    return markup` · <a href="?${compactKeys.show}=${showOf(name)}">${label[lang]}</a>`;
  });
  return markup`<p class="questions">${say.questions[lang]}${links}</p>`;
}

/** What readers must know of the codebook. */
export const aboutCodebookBlock = (lang: Lang): Markup =>
  markup`<p><strong>${survey.codebook.title[lang]}.</strong> ${survey.codebook.note[lang]}</p>`;

const say = {
  questions: {nb: "Spørsmål", en: "Questions"},
  explore: {nb: "Utforsk alle svarene", en: "Explore all answers"},
  moreQuestions: {nb: "Flere spørsmål:", en: "More questions:"},
  more: {nb: "Flere spørsmål og grupper:", en: "More questions and groups:"},
} satisfies Record<string, Text>;
