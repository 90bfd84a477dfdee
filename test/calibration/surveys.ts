import {buildSurvey} from "../../data-loaders/survey/buildSurvey.js";
import {countable} from "../../data-loaders/survey/explorer/countable.js";
import {explorerOf} from "../../data-loaders/survey/explorer/explorerInput.js";
import {type Counted, madeUpSurvey} from "./madeUpSurvey.js";

/** The stand-in respondents. */
export async function standInSurvey(): Promise<Counted> {
  const found = countable(await buildSurvey("data-loaders/source/microdata/stand-in.csv"));
  const explorer = explorerOf(found, {rank: "standIn", isProtected: false});
  return {explorer, columns: found.columns, count: found.count};
}

/** By name files of our own, whose counties and questions are tied to each other and whose units answered unequally. */
export const ownSurveys: Readonly<Record<string, () => Counted>> = {
  "large ones answer": () =>
    madeUpSurvey(0.31, {response: [0.44, 0.55, 0.7, 0.94, 0.8], strength: 0.6, unanswered: 4, complete: [2, 7, 11]}),
  "small ones answer": () =>
    madeUpSurvey(0.23, {response: [0.85, 0.7, 0.55, 0.45, 0.6], strength: 0.5, unanswered: 3, complete: [5]}),
  "few small ones answer": () =>
    madeUpSurvey(0.77, {response: [0.08, 0.3, 0.5, 0.9, 0.3], strength: 0.5, unanswered: 8, complete: []}),
  "nearly all answer": () =>
    madeUpSurvey(0.13, {response: [0.97, 0.95, 0.9, 0.98, 1], strength: 0.4, unanswered: 1, complete: [0, 4, 18]}),
  "half answers": () =>
    madeUpSurvey(0.59, {response: [0.5, 0.5, 0.5, 0.5, 0.5], strength: 0.8, unanswered: 3, complete: [2]}),
  "all answer": () => madeUpSurvey(0.41, {response: [1, 1, 1, 1, 1], strength: 0.5, unanswered: 0, complete: []}),
};
