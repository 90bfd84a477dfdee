import {buildFacts} from "../../data-loaders/buildFacts.js";
import {sourceReader} from "../../data-loaders/inputs/readSource.js";
import {readCountyTiles} from "../../data-loaders/inputs/register/readCountyTiles.js";
import {readRegister} from "../../data-loaders/inputs/register/readRegister.js";
import {buildSurvey, type Survey} from "../../data-loaders/survey/buildSurvey.js";
import {buildSurveyFacts} from "../../data-loaders/survey/buildSurveyFacts.js";
import {buildWeighting} from "../../data-loaders/survey/buildWeighting.js";
import {talliesNamed} from "../../data-loaders/survey/explorer/combinations.js";
import {
  askingOf,
  explorerInput,
  pageExplorers,
  wholeExplorer,
} from "../../data-loaders/survey/explorer/explorerInput.js";
import type {Facts} from "../../src/lib/facts.js";
import {cleaned, libraries} from "./cleaning/givenTable.js";

/*
 * What figures are drawn from, for tests: the made-up respondents, the same as if an owner had handed them in, open or
 * protected, and another survey that has no units.
 */

const read = sourceReader();
const units = readRegister(read);
const published = buildFacts(read);

/**
 * Everything the report would know of a survey.
 *
 * @param options as of `explorerInput`: how many respondents are sent whole
 */
export function factsOf(survey: Survey, options?: {mostSent: number}): Facts {
  const found = explorerInput(survey, options);
  const tiles = readCountyTiles(read, units.counties);
  const byPage = pageExplorers(found, {...askingOf(published, survey), tiles});
  return {
    ...published,
    survey: buildSurveyFacts(survey, explorerInput(survey)),
    explorer: {...byPage, explore: wholeExplorer(found, {tiles, topics: Object.values(byPage)})},
    tallySet: (name) => talliesNamed(found, name),
  };
}

export const standIn = await buildSurvey("data-loaders/source/microdata/stand-in.csv", {read, units});

/** The made-up respondents as if an owner had handed them in. */
export const handedIn: Survey = {...standIn, respondents: {...standIn.respondents, rank: "estimated"}};
export const secret: Survey = {...handedIn, settings: {...handedIn.settings, access: "protected"}};

const answers = cleaned(
  [
    ["nr", "Søndagsåpent", "Låner ut", "Utlån"],
    ["1", "Alltid", "Bøker, Verktøy, ski og telt", "12"],
    ["2", "av og til", "Bøker", "0"],
    ["3", "Aldri", "", "7"],
    ["4", "Aldri", "", "9"],
    ["5", "Alltid", "Bøker", "9"],
    ["6", "Alltid", "Bøker", "12"],
  ],
  libraries,
);

/** Another survey: other questions, and respondents that are no units of a register. */
export const ofLibraries: Survey = {
  codebook: libraries,
  settings: {rank: "estimated", access: "open", received: null, note: null},
  respondents: answers.respondents,
  record: answers.record,
  weighting: buildWeighting(libraries, answers.respondents, units),
  response: null,
};
