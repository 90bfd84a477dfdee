import type {Figure, FigureView} from "../src/components/figure.js";
import {type FigureParts, figureParts, linksOf} from "../src/components/markup/figureMarkup.js";
import type {Lang} from "../src/lib/language/text.js";
import {getOrMake} from "../src/lib/memoize.js";
import type {Selection} from "../src/lib/selection.js";
import {document} from "./document.js";
import {facts, quantities} from "./facts.js";

const views = new Map<string, FigureView>();
const drawn = new Map<string, FigureParts>();

const keyOf = ({id}: Figure, selection: Selection) => `${id}?${new URLSearchParams(selection)}`;

/** What a figure shows for a selection. Pages, embeds, downloads and notes of both languages ask for the same few. */
export function viewOf(figure: Figure, selection: Selection): FigureView {
  return getOrMake(views, keyOf(figure, selection), () => figure.view(facts, selection));
}

/** The parts of a figure as a page and its embed have them, each number with a link to the note on it. */
export function partsOf(figure: Figure, selection: Selection, lang: Lang): FigureParts {
  const view = viewOf(figure, selection);
  const linkTo = linksOf(figure.id, view, (quantityId) => quantities.has(quantityId));
  return getOrMake(drawn, `${lang} ${keyOf(figure, selection)}`, () =>
    figureParts(figure, view, {lang, document, linkTo}),
  );
}
