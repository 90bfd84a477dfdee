import type {FigureFacts} from "../lib/facts.js";
import type {PageId} from "../lib/pages.js";
import type {Quantity} from "../lib/quantity.js";
import type {Choice, Selection} from "../lib/selection.js";
import type {Text} from "../lib/text.js";
import type {ChartOptions} from "./chart.js";

/** One line of a figure's table and of its downloads. */
export interface Row {
  quantity: Quantity;
  /** Replaces the quantity's own label where the figure calls it something else. */
  label?: Text;
  group?: Text;
  note?: Text;
}

/** A figure for one selection: all that a page, an embed, a picture or a download needs. */
export interface FigureView {
  /** What is found. */
  title: Text;
  /** What is measured, of whom, when. */
  subtitle: Text;
  /** What a reader who cannot see the picture is told it shows. */
  alt: Text;
  /** What the picture's marks mean or where the reader should take care. */
  note: Text;
  rows: readonly Row[];
  /** What stands in the picture’s place when there are no rows. */
  empty?: Text;
  chart(options: ChartOptions): SVGSVGElement;
}

/** A chart with its words, its table and the choices a reader has in it. Never a number. */
export interface Figure {
  id: string;
  /** Where it stands; a link to the figure leads there. */
  page: PageId;
  /** True when it puts questions to the summary: it needs what solves them. */
  asks?: boolean;
  /** What a reader can switch or filter; empty for most. */
  choices(facts: FigureFacts): readonly Choice[];
  view(facts: FigureFacts, selection: Selection): FigureView;
}

/** A figure in which there is nothing to choose. */
export function fixedFigure(id: string, page: PageId, view: (facts: FigureFacts) => FigureView): Figure {
  return {id, page, choices: () => [], view};
}
