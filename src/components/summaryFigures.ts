import type {Figure} from "./figure.js";
import {adoption} from "./figures/adoption.js";
import {beforeAfter} from "./figures/beforeAfter.js";
import {challenges} from "./figures/challenges.js";
import {dialogue} from "./figures/dialogue.js";
import {facebook} from "./figures/facebook.js";
import {ofAHundred} from "./figures/ofAHundred.js";
import {strategyGap} from "./figures/strategyGap.js";
import {successCriteria} from "./figures/successCriteria.js";

/** Figures of what the summary states, and of what stands beside it. */
export const summaryFigures: readonly Figure[] = [
  ofAHundred,
  adoption,
  strategyGap,
  facebook,
  dialogue,
  challenges,
  successCriteria,
  beforeAfter,
];
