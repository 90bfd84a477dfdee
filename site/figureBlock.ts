import {controlsMarkup} from "../src/components/controlsMarkup.js";
import type {Figure} from "../src/components/figure.js";
import {figureMarkup, figureParts, numberAnchor} from "../src/components/figureMarkup.js";
import {figureById} from "../src/components/figures.js";
import {takeMarkup} from "../src/components/takeMarkup.js";
import {type Markup, markup} from "../src/lib/markup.js";
import {allSelections, initialSelection, isSameSelection, type Selection} from "../src/lib/selection.js";
import type {Lang} from "../src/lib/text.js";
import {words} from "../src/lib/words.js";
import {document} from "./document.js";
import {facts} from "./facts.js";
import {siteUrl} from "./siteUrl.js";

const linkTo = (quantityId: string) => `#${numberAnchor(quantityId)}`;

/** A figure as a page shows it before any script runs, with its controls, and every reading where scripts are off. */
export function figureBlock(id: string, lang: Lang): Markup {
  const figure = figureById(id);
  const choices = figure.choices(facts);
  const initial = initialSelection(choices);
  return markup`${choices.length > 0 && controlsMarkup(id, choices, lang)}
${figureFor(figure, initial, lang)}
${choices.every(({kind}) => kind === "one") && otherReadings(figure, initial, lang)}`;
}

/** Ids of every number that a figure shows without a choice being made, or with any of its switches. */
export function numbersIn(id: string): string[] {
  const figure = figureById(id);
  const choices = figure.choices(facts);
  const selections = choices.every(({kind}) => kind === "one") ? allSelections(choices) : [initialSelection(choices)];
  return selections.flatMap((selection) => figure.view(facts, selection).rows.map(({quantity}) => quantity.id));
}

function figureFor(figure: Figure, selection: Selection, lang: Lang): Markup {
  const view = figure.view(facts, selection);
  const parts = figureParts(figure, view, {lang, document, linkTo});
  return figureMarkup(figure, parts, {lang, selection, take: takeMarkup(figure, view, {lang, siteUrl})});
}

/** A reader without scripts cannot switch, so every other reading is printed. */
function otherReadings(figure: Figure, initial: Selection, lang: Lang): Markup | false {
  const others = allSelections(figure.choices(facts)).filter((selection) => !isSameSelection(selection, initial));
  if (others.length === 0) return false;
  const printed = others.map((selection) => {
    const parts = figureParts(figure, figure.view(facts, selection), {lang, document, linkTo});
    return figureMarkup(figure, parts, {lang, selection, level: 3, anchored: false});
  });
  return markup`<noscript><div class="readings"><p>${words.otherReadings[lang]}</p>${printed}</div></noscript>`;
}
