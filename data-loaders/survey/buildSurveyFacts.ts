import {isAnswered, type Variable} from "../../src/lib/respondents/codebook.js";
import type {SurveyFacts} from "../../src/lib/respondents/surveyFacts.js";
import {waveVariable} from "../../src/lib/respondents/waves.js";
import {buildDistributions} from "./buildDistributions.js";
import type {CountedSurvey} from "./buildSurvey.js";
import type {ExplorerInput} from "./explorer/explorerInput.js";

const isNoWave = ({name}: Variable) => name !== waveVariable;

/** What pages show of a respondents' file; of a protected one only what its tables show too. */
export function buildSurveyFacts(survey: CountedSurvey, input: ExplorerInput): SurveyFacts {
  const {codebook, settings, respondents, response, weighting, sample} = survey;
  const isProtected = settings.access === "protected";
  return {
    rank: respondents.rank,
    isProtected,
    ...(sample?.design.isWeighted && !isProtected && {isWeighted: true as const}),
    ...(input.protectedTables?.noise && {noise: input.protectedTables.noise}),
    received: settings.received ?? null,
    fieldwork: codebook.fieldwork,
    respondents: respondents.count,
    response,
    classes: weighting.classes,
    distributions: buildDistributions(survey, input),
    firstShown: firstShown(codebook),
  };
}

function firstShown({variables, explored}: CountedSurvey["codebook"]): string {
  const questions = variables.filter(isAnswered);
  const ofPages = explored.pages.flatMap((page) => page.questions);
  const first = questions.find(({origin}) => origin === "number") ?? questions.find(({name}) => name === ofPages[0]);
  return (first ?? questions.find(isNoWave) ?? questions[0]).name;
}
