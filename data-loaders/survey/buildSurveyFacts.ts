import {isAnswered, type Variable} from "../../src/lib/respondents/codebook.js";
import type {SurveyFacts} from "../../src/lib/respondents/surveyFacts.js";
import {waveVariable} from "../../src/lib/respondents/waves.js";
import {buildDistributions} from "./buildDistributions.js";
import type {Survey} from "./buildSurvey.js";
import type {ExplorerInput} from "./explorer/explorerInput.js";

const isNoWave = ({name}: Variable) => name !== waveVariable;

/** What pages show of a respondents' file; of a protected one only what its tables show too. */
export function buildSurveyFacts(survey: Survey, input: ExplorerInput): SurveyFacts {
  const {codebook, settings, respondents, response, weighting} = survey;
  const questions = codebook.variables.filter(isAnswered);
  return {
    rank: respondents.rank,
    isProtected: settings.access === "protected",
    ...(input.protectedTables?.noise && {noise: input.protectedTables.noise}),
    received: settings.received ?? null,
    fieldwork: codebook.fieldwork,
    respondents: respondents.count,
    response,
    classes: weighting.classes,
    distributions: buildDistributions(survey, input),
    firstShown: (questions.find(({origin}) => origin === "number") ?? questions.find(isNoWave) ?? questions[0]).name,
  };
}
