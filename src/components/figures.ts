import {explorerPages} from "../lib/pages.js";
import {has} from "../lib/settings.js";
import type {Figure} from "./figure.js";
import {adoption} from "./figures/adoption.js";
import {answers} from "./figures/answers.js";
import {beforeAfter} from "./figures/beforeAfter.js";
import {challenges} from "./figures/challenges.js";
import {dialogue} from "./figures/dialogue.js";
import {facebook} from "./figures/facebook.js";
import {informative} from "./figures/informative.js";
import {nonresponse} from "./figures/nonresponse.js";
import {ofAHundred} from "./figures/ofAHundred.js";
import {responseByCounty, responseBySize} from "./figures/response.js";
import {question} from "./figures/shared/question.js";
import {strategyGap} from "./figures/strategyGap.js";
import {subgroup} from "./figures/subgroup.js";
import {successCriteria} from "./figures/successCriteria.js";
import {whatIf} from "./figures/whatIf.js";
import {compactWorkbench, workbench} from "./workbench/workbench.js";

/** What is drawn of the summary’s claims. */
const ofClaims: readonly Figure[] = [
  ofAHundred,
  adoption,
  nonresponse,
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
];

/** Every figure of the report. Pages, embeds, pictures, downloads and tests are made from this list. */
export const figures: readonly Figure[] = [
  ...(has("claims") ? ofClaims : []),
  answers,
  ...(has("register") ? [responseBySize, responseByCounty] : []),
  ...explorerPages.map(compactWorkbench),
  workbench,
];

/** @throws when there is no such figure */
export function figureById(id: string): Figure {
  const found = figures.find((figure) => figure.id === id);
  if (!found) throw new Error(`unknown figure: ${id}`);
  return found;
}
