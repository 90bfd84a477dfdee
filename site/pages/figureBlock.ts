import type {Figure} from "../../src/components/figure.js";
import {figureById, figures} from "../../src/components/figures.js";
import {numberAnchor} from "../../src/components/markup/anchors.js";
import {controlsMarkup} from "../../src/components/markup/controlsMarkup.js";
import {downloadLinks} from "../../src/components/markup/downloadLinks.js";
import {figureMarkup, figureParts, linksOf} from "../../src/components/markup/figureMarkup.js";
import {suggestion} from "../../src/lib/language/nearest.js";
import type {Lang} from "../../src/lib/language/text.js";
import {words} from "../../src/lib/language/words.js";
import {type Markup, markup} from "../../src/lib/markup.js";
import {initialSelection, isSameSelection, type Selection, switchedSelections} from "../../src/lib/selection.js";
import {document} from "../document.js";
import {facts, quantities} from "../facts.js";
import {siteUrl} from "../siteUrl.js";
import {viewOf} from "../views.js";

const hasNote = (quantityId: string) => quantities.has(quantityId);
const toNote = (quantityId: string) => (hasNote(quantityId) ? `#${numberAnchor(quantityId)}` : undefined);

/**
 * A figure as a page shows it before any script runs, with its controls, and every reading where scripts are off.
 *
 * @param named the figure's id; then, where other controls on the page stand for some of its own, "without" and their
 *   keys, or "follows" and the id of the figure whose controls they are; then "once", where a reader without scripts is to see it in one reading only
 */
export function figureBlock(named: string, lang: Lang): Markup {
  const key = `${lang} ${named}`;
  const drawn = blocks.get(key) ?? drawBlock(named, lang);
  blocks.set(key, drawn);
  return drawn;
}

/** What has been drawn: in the preview an edit of prose draws no figure anew. */
const blocks = new Map<string, Markup>();

function drawBlock(named: string, lang: Lang): Markup {
  const {id, without, once} = parseNamed(named);
  const figure = figureNamed(id);
  const choices = figure.choices(facts);
  const own = choices.filter(({key}) => !without.includes(key));
  const initial = initialSelection(choices);
  return markup`${own.length > 0 && controlsMarkup(id, own, lang)}
${figureFor(figure, initial, lang)}
${!once && otherReadings(figure, initial, lang)}`;
}

function parseNamed(named: string): {id: string; without: string[]; once: boolean} {
  const [, id, keys = "", leader, once] =
    /^([\w-]+)(?: without((?: (?!once$)\w+)+)| follows ([\w-]+))?( once)?$/.exec(named) ?? [];
  if (!id) throw new Error(`a figure cannot be named so: ${named}`);
  const own = keysOf(id);
  const followed = leader ? keysOf(leader) : [];
  if (leader) return {id, without: own.filter((key) => followed.includes(key)), once: once !== undefined};
  const without = keys.split(" ").filter(Boolean);
  const unknown = without.find((key) => !own.includes(key));
  if (unknown) throw new Error(`unknown choice of a figure: ${unknown}${suggestion(unknown, own)} (${id})`);
  return {id, without, once: once !== undefined};
}

/** The figure that a fence names. The browser finds figures by `figureById` alone, and is not sent the suggestions. */
function figureNamed(id: string): Figure {
  const known = figures.map((figure) => figure.id);
  if (!known.includes(id)) throw new Error(`unknown figure: ${id}${suggestion(id, known)}`);
  return figureById(id);
}

const keysOf = (id: string) =>
  figureNamed(id)
    .choices(facts)
    .map(({key}) => key);

/** Ids of every number with a note that a figure shows at first, or with any of its switches. */
export function numbersIn(named: string): string[] {
  const figure = figureNamed(parseNamed(named).id);
  return switchedSelections(figure.choices(facts))
    .flatMap((selection) => viewOf(figure, selection).rows.map(({quantity}) => quantity.id))
    .filter((quantityId) => quantities.has(quantityId));
}

function figureFor(figure: Figure, selection: Selection, lang: Lang): Markup {
  const view = viewOf(figure, selection);
  const parts = figureParts(figure, view, {lang, document, linkTo: linksOf(figure.id, view, hasNote)});
  return figureMarkup(figure, parts, {lang, selection, take: downloadLinks(figure, view, {lang, siteUrl})});
}

/** A reader without scripts cannot switch, so every other reading is printed. */
function otherReadings(figure: Figure, initial: Selection, lang: Lang): Markup | false {
  const others = switchedSelections(figure.choices(facts)).filter((selection) => !isSameSelection(selection, initial));
  if (others.length === 0) return false;
  const printed = others.map((selection) => {
    const parts = figureParts(figure, viewOf(figure, selection), {lang, document, linkTo: toNote});
    return figureMarkup(figure, parts, {lang, selection, level: 3, anchored: false});
  });
  return markup`<noscript><div class="readings"><p>${words.otherReadings[lang]}</p>${printed}</div></noscript>`;
}
