import type {Figure} from "../../src/components/figure.js";
import {figureById, figures} from "../../src/components/figures.js";
import {numberAnchor} from "../../src/components/markup/anchors.js";
import {controlMarkup, controlsMarkup, isOverPicture} from "../../src/components/markup/controlsMarkup.js";
import {actionRow, downloadLinks} from "../../src/components/markup/downloadLinks.js";
import {embedHeight} from "../../src/components/markup/embedHeight.js";
import {type FigureMarkupOptions, figureMarkup, figureParts} from "../../src/components/markup/figureMarkup.js";
import {fileName} from "../../src/components/markup/fileName.js";
import {viewsMarkup, workbenchMarkup} from "../../src/components/markup/workbenchMarkup.js";
import {keys} from "../../src/components/workbench/choiceKeys.js";
import {suggestion} from "../../src/lib/language/nearest.js";
import type {Lang} from "../../src/lib/language/text.js";
import {words} from "../../src/lib/language/words.js";
import {type Markup, markup} from "../../src/lib/markup.js";
import {getOrMake} from "../../src/lib/memoize.js";
import {pathOf} from "../../src/lib/pages.js";
import {
  type Choice,
  initialSelection,
  isSameSelection,
  type Selection,
  switchedSelections,
} from "../../src/lib/selection.js";
import {document} from "../document.js";
import {facts, quantities} from "../facts.js";
import {siteUrl} from "../siteUrl.js";
import {partsOf, viewOf} from "../views.js";

const toNote = (quantityId: string) => (quantities.has(quantityId) ? `#${numberAnchor(quantityId)}` : undefined);

/**
 * A figure as a page shows it before any script runs, with its controls, and every reading where scripts are off.
 *
 * @param named the figure's id; then, where other controls on the page stand for some of its own, "without" and their
 *   keys, or "follows" and the id of the figure whose controls they are; then "once", where a reader without scripts is to see it in one reading only
 * @param level of its heading: 3 under a section of the page
 */
export function figureBlock(named: string, lang: Lang, level: 2 | 3 = 2): Markup {
  return getOrMake(blocks, `${lang} ${level} ${named}`, () => drawBlock(named, lang, level));
}

/** What has been drawn: in the preview an edit of prose draws no figure anew. */
const blocks = new Map<string, Markup>();

function drawBlock(named: string, lang: Lang, level: 2 | 3): Markup {
  const {id, without, once} = parseNamed(named);
  const figure = figureNamed(id);
  const choices = figure.choices(facts);
  const own = choices.filter(({key}) => !without.includes(key));
  const initial = initialSelection(choices);
  if (figure.explores) return workbenchFor(figure, choices, {lang, level});
  return markup`${controlled(figure, own, initial, {lang, level})}
${!once && otherReadings(figure, initial, {lang, level})}`;
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
  if (figure.explores) return [];
  return switchedSelections(figure.choices(facts))
    .flatMap((selection) => viewOf(figure, selection).rows.map(({quantity}) => quantity.id))
    .filter((quantityId) => quantities.has(quantityId));
}

interface PlacedOptions {
  lang: Lang;
  /** Of the heading. */
  level: 2 | 3;
}

/**
 * A figure with its controls, before it or over its picture.
 *
 * @param own the choices that are its own
 * @param options.isAlone true in somebody else’s page, from which nothing is taken along
 */
export function controlled(
  figure: Figure,
  own: readonly Choice[],
  selection: Selection,
  {lang, level, isAlone = false}: Pick<FigureMarkupOptions, "lang" | "level"> & {isAlone?: boolean},
): Markup {
  const parts = partsOf(figure, selection, lang);
  const view = viewOf(figure, selection);
  const name = fileName(figure.id, view, {lang, selection});
  const form = own.length > 0 && controlsMarkup(figure.id, own, lang);
  const isOver = form && own.some(isOverPicture);
  const take = isAlone ? undefined : downloadLinks(figure, view, {lang, siteUrl, height: embedHeight(parts), name});
  return markup`${!isOver && form}
${figureMarkup(figure, parts, {lang, selection, over: isOver ? form : undefined, take, level})}`;
}

/**
 * A figure with the form around it in which a reader explores. The control of the view stands in the figure.
 *
 * @param options.isAlone true in somebody else’s page, from which nothing is taken along
 */
export function workbenchFor(
  figure: Figure,
  choices: readonly Choice[],
  {lang, level = 2, isAlone = false}: Partial<PlacedOptions> & {lang: Lang; isAlone?: boolean},
): Markup {
  const {id, page} = figure;
  const selection = initialSelection(choices);
  const view = viewOf(figure, selection);
  const tabs = choices.find(({key}) => key === keys.view);
  const search = view.workbenchSearch;
  const further =
    search !== undefined &&
    markup`<p class="further"><a href="/${pathOf("explore", lang)}${search}" data-further>${words.openWorkbench[lang]}</a></p>`;
  const parts = partsOf(figure, selection, lang);
  const height = embedHeight(parts, view.shows);
  const found = figureMarkup(figure, parts, {
    lang,
    selection,
    level: isAlone ? 1 : level,
    shows: view.shows,
    tabs: tabs && markup`<div class="tabs">${controlMarkup(tabs, lang)}</div>`,
    ...(!isAlone && {
      take: markup`${further}${actionRow(figure, view, {lang, siteUrl, height, name: fileName(id, view, {lang, selection}), views: viewsMarkup(lang)})}`,
    }),
  });
  const rest = choices.filter((choice) => choice !== tabs);
  return workbenchMarkup({id, isCompact: isAlone || page !== "explore"}, rest, found, lang);
}

/** A reader without scripts cannot switch, so every other reading is printed. */
function otherReadings(figure: Figure, initial: Selection, {lang, level}: PlacedOptions): Markup | false {
  const others = switchedSelections(figure.choices(facts)).filter((selection) => !isSameSelection(selection, initial));
  if (others.length === 0) return false;
  const printed = others.map((selection) => {
    const parts = figureParts(figure, viewOf(figure, selection), {lang, document, linkTo: toNote});
    return figureMarkup(figure, parts, {lang, selection, level: level === 2 ? 3 : 4, anchored: false});
  });
  return markup`<noscript><div class="readings"><p>${words.otherReadings[lang]}</p>${printed}</div></noscript>`;
}
