import {variableOfType} from "../src/lib/codebook.js";
import type {Facts} from "../src/lib/facts.js";
import {settings} from "../src/lib/settings.js";
import {buildFacts} from "./buildFacts.js";
import {buildSurvey, type Survey} from "./buildSurvey.js";
import {buildSurveyFacts} from "./buildSurveyFacts.js";
import {checkCodebookReferences, checkExploredQuestions} from "./checkReferences.js";
import {
  askingOf,
  crosstabExplorer,
  type Exploring,
  exploring,
  pageExplorers,
  tallySetNamed,
} from "./explorer/buildExplorer.js";
import {readCountyTiles} from "./readCountyTiles.js";
import {readRegister} from "./readRegister.js";
import {sourceReader} from "./readSource.js";
import {surveyFile} from "./surveyFile.js";

/**
 * Everything the report knows, and the respondents' file that part of it was computed from.
 *
 * @throws InputError at the first defect in an input, or when the respondents' file cannot be used
 */
export async function buildReport(): Promise<{facts: Facts; survey: Survey; exploring: Exploring}> {
  const read = sourceReader();
  const units = readRegister(read);
  const survey = await buildSurvey(surveyFile({setting: settings.surveyFile}), {read, units});
  const published = buildFacts(read);
  checkCodebookReferences(survey.codebook, published.summary);
  checkExploredQuestions(survey.codebook);
  const found = exploring(survey, units);
  const tiles = variableOfType(survey.codebook, "unitNumber") ? readCountyTiles(read, units.counties) : [];
  const explorer = {
    ...pageExplorers(found, {...askingOf(published, survey), tiles}),
    crosstab: crosstabExplorer(found),
  };
  const tallySet = (name: string) => tallySetNamed(found, name);
  return {
    facts: {...published, survey: buildSurveyFacts(survey, units), explorer, tallySet},
    survey,
    exploring: found,
  };
}
