import {exploredPages} from "../lib/table/pages.js";
import type {Figure} from "./figure.js";
import {adoption} from "./figures/adoption.js";
import {answers} from "./figures/answers.js";
import {beforeAfter} from "./figures/beforeAfter.js";
import {challenges} from "./figures/challenges.js";
import {dialogue} from "./figures/dialogue.js";
import {facebook} from "./figures/facebook.js";
import {informative} from "./figures/informative.js";
import {ofAHundred} from "./figures/ofAHundred.js";
import {question} from "./figures/question.js";
import {responseByCounty, responseBySize} from "./figures/response.js";
import {strategyGap} from "./figures/strategyGap.js";
import {subgroup} from "./figures/subgroup.js";
import {successCriteria} from "./figures/successCriteria.js";
import {whatIf} from "./figures/whatIf.js";
import {answersBreakdown} from "./workbench/figures/breakdown.js";
import {countyMap} from "./workbench/figures/countyMap.js";
import {crosstab} from "./workbench/figures/crosstab.js";
import {silence} from "./workbench/figures/nonresponse.js";

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
  whatIf,
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
