import type {Figure} from "./figure.js";
import {informative} from "./figures/informative.js";
import {oneMore} from "./figures/oneMore.js";
import {question} from "./figures/question.js";
import {subgroup} from "./figures/subgroup.js";

/** Figures of what the summary can say, to questions that a reader puts to it: these bring the solver along. */
export const boundsFigures: readonly Figure[] = [question, informative, oneMore, subgroup];
