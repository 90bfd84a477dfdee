import {readFileSync} from "node:fs";
import type {Facts} from "../src/lib/facts.js";
import {variableOfType} from "../src/lib/respondents/codebook.js";
import {settings} from "../src/lib/settings.js";
import {buildFacts} from "./buildFacts.js";
import type {Traces} from "./downloads/leaks/leakFinder.js";
import {respondentTraces} from "./downloads/leaks/respondentTraces.js";
import {publishedRecord} from "./downloads/publishedRecord.js";
import {checkCodebookReferences, checkExploredQuestions} from "./inputs/checks/checkReferences.js";
import {InputError} from "./inputs/inputError.js";
import {readCodebook} from "./inputs/readCodebook.js";
import {readCountyTiles} from "./inputs/readCountyTiles.js";
import {readFileSettings} from "./inputs/readFileSettings.js";
import {readRegister} from "./inputs/readRegister.js";
import {sourceReader} from "./inputs/readSource.js";
import {buildSurvey, type Survey} from "./survey/buildSurvey.js";
import {buildSurveyFacts} from "./survey/buildSurveyFacts.js";
import {
  askingOf,
  crosstabExplorer,
  type Exploring,
  exploring,
  pageExplorers,
  talliesNamed,
} from "./survey/explorer/buildExplorer.js";
import {surveyFile} from "./survey/surveyFile.js";

/** What a respondent wrote is told to the owner who checks the file, and not to all who read what a build says. */
function withoutAnswers(error: unknown): never {
  if (!(error instanceof InputError)) throw error;
  const shown = error.withoutValue();
  if (shown !== error) shown.message += "; npm run check-data shows what stands there";
  throw shown;
}

/** Everything a build knows. */
export interface Report {
  facts: Facts;
  survey: Survey;
  /** Path of the respondents' file. */
  surveyPath: string;
  exploring: Exploring;
  /** What the file's respondents can be recognised by. */
  traces: () => Traces;
}

/**
 * Everything the report knows, and the respondents' file that part of it was computed from.
 *
 * @throws InputError at the first defect in an input, or when the respondents' file cannot be used
 */
export async function buildReport(): Promise<Report> {
  const read = sourceReader();
  const units = readRegister(read);
  const path = surveyFile({setting: settings.surveyFile});
  const given = {read, units, codebook: readCodebook(read), settings: readFileSettings(path)};
  const whole = await buildSurvey(path, given).catch(withoutAnswers);
  const {raw: _raw, readAs: _readAs, ...kept} = whole;
  const survey: Survey = {...kept, record: publishedRecord(whole.record, whole.codebook)};
  const published = buildFacts(read);
  checkCodebookReferences(survey.codebook, published.summary);
  checkExploredQuestions(survey.codebook);
  const found = exploring(survey, units);
  const tiles = variableOfType(survey.codebook, "unitNumber") ? readCountyTiles(read, units.counties) : [];
  const explorer = {
    ...pageExplorers(found, {...askingOf(published, survey), tiles}),
    crosstab: crosstabExplorer(found),
  };
  const tallySet = (name: string) => talliesNamed(found, name);
  return {
    facts: {...published, survey: buildSurveyFacts(survey, units), explorer, tallySet},
    survey,
    surveyPath: path,
    exploring: found,
    traces: () => respondentTraces(whole, readFileSync(path)),
  };
}
