import type {Facts} from "../src/lib/facts.js";
import {settings} from "../src/lib/settings.js";
import {buildFacts} from "./buildFacts.js";
import {buildSurvey, type Survey} from "./buildSurvey.js";
import {buildSurveyFacts} from "./buildSurveyFacts.js";
import {readRegister} from "./readRegister.js";
import {sourceReader} from "./readSource.js";
import {surveyFile} from "./surveyFile.js";

/**
 * Everything the report knows, and the respondents' file that part of it was computed from.
 *
 * @throws InputError at the first defect in an input, or when the respondents' file cannot be used
 */
export async function buildReport(): Promise<{facts: Facts; survey: Survey}> {
  const read = sourceReader();
  const units = readRegister(read);
  const survey = await buildSurvey(surveyFile({setting: settings.surveyFile}), {read, units});
  return {facts: {...buildFacts(read), survey: buildSurveyFacts(survey, units)}, survey};
}
