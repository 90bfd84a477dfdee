import type {Figure} from "./figure.js";
import {adoption} from "./figures/adoption.js";
import {beforeAfter} from "./figures/beforeAfter.js";
import {challenges} from "./figures/challenges.js";
import {dialogue} from "./figures/dialogue.js";
import {facebook} from "./figures/facebook.js";
import {ofAHundred} from "./figures/ofAHundred.js";
import {strategyGap} from "./figures/strategyGap.js";
import {successCriteria} from "./figures/successCriteria.js";

/** Every figure of the report. Pages, embeds, pictures, downloads and tests are made from this list. */
export const figures: readonly Figure[] = [
  ofAHundred,
  adoption,
  strategyGap,
  facebook,
  dialogue,
  challenges,
  successCriteria,
  beforeAfter,
];

/** @throws when there is no such figure */
export function figureById(id: string): Figure {
  const found = figures.find((figure) => figure.id === id);
  if (!found) throw new Error(`unknown figure: ${id}`);
  return found;
}
