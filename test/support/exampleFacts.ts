import {buildFacts} from "../../data-loaders/buildFacts.js";
import {readCountyTiles} from "../../data-loaders/inputs/readCountyTiles.js";
import {readRegister} from "../../data-loaders/inputs/readRegister.js";
import {sourceReader} from "../../data-loaders/inputs/readSource.js";
import {buildSurvey, type Survey} from "../../data-loaders/survey/buildSurvey.js";
import {buildSurveyFacts} from "../../data-loaders/survey/buildSurveyFacts.js";
import {buildWeighting} from "../../data-loaders/survey/buildWeighting.js";
import {
  askingOf,
  crosstabExplorer,
  exploring,
  pageExplorers,
  talliesNamed,
} from "../../data-loaders/survey/explorer/buildExplorer.js";
import type {Facts} from "../../src/lib/facts.js";
import type {PageExplorer} from "../../src/lib/table/explorer.js";
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
 * @param options as of `exploring`: how many respondents are sent whole
 */
export function factsOf(survey: Survey, options?: {mostSent: number}): Facts {
  const found = exploring(survey, units, options);
  const tiles = readCountyTiles(read, units.counties);
  return {
    ...published,
    survey: buildSurveyFacts(survey, units),
    explorer: {
      ...pageExplorers(found, {...askingOf(published, survey), tiles}),
      crosstab: crosstabExplorer(found),
    },
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

/** A page that breaks down questions which no page of the report is about. */
export function pageOf(survey: Survey, questions: readonly string[], filters: readonly string[] = []): PageExplorer {
  const {explorer} = exploring(survey, units);
  const variables = explorer.variables.filter(({name}) => questions.includes(name) || filters.includes(name));
  return {...explorer, variables, filters, questions, ranges: [], tiles: [], protectedTables: null};
}
