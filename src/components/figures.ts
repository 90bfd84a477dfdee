import {exploredPages} from "../lib/explore/pages.js";
import type {Figure} from "./figure.js";
import {adoption} from "./figures/adoption.js";
import {answers} from "./figures/answers.js";
import {beforeAfter} from "./figures/beforeAfter.js";
import {answersBreakdown} from "./figures/breakdown.js";
import {challenges} from "./figures/challenges.js";
import {countyMap} from "./figures/countyMap.js";
import {crosstab} from "./figures/crosstab.js";
import {dialogue} from "./figures/dialogue.js";
import {facebook} from "./figures/facebook.js";
import {informative} from "./figures/informative.js";
import {ofAHundred} from "./figures/ofAHundred.js";
import {oneMore} from "./figures/oneMore.js";
import {question} from "./figures/question.js";
import {responseByCounty, responseBySize} from "./figures/response.js";
import {silence} from "./figures/silence.js";
import {strategyGap} from "./figures/strategyGap.js";
import {subgroup} from "./figures/subgroup.js";
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
  question,
  informative,
  oneMore,
  subgroup,
  answers,
  responseBySize,
  responseByCounty,
  ...exploredPages.flatMap(({page}) => [answersBreakdown(page), countyMap(page)]),
  crosstab,
  silence,
];

/** @throws when there is no such figure */
export function figureById(id: string): Figure {
  const found = figures.find((figure) => figure.id === id);
  if (!found) throw new Error(`unknown figure: ${id}`);
  return found;
}
