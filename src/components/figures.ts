import {boundsFigures} from "./boundsFigures.js";
import type {Figure} from "./figure.js";
import {summaryFigures} from "./summaryFigures.js";

/** Every figure of the report. Pages, embeds, pictures, downloads and tests are made from this list. */
export const figures: readonly Figure[] = [...summaryFigures, ...boundsFigures];

/** @throws when there is no such figure */
export function figureById(id: string): Figure {
  const found = figures.find((figure) => figure.id === id);
  if (!found) throw new Error(`unknown figure: ${id}`);
  return found;
}
