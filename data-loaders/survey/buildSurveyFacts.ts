import {type Codebook, isAnswered} from "../../src/lib/respondents/codebook.js";
import {protectedDistributions} from "../../src/lib/respondents/protectedDistributions.js";
import type {SurveyFacts} from "../../src/lib/respondents/surveyFacts.js";
import type {Units} from "../inputs/readRegister.js";
import {buildDistributions} from "./buildDistributions.js";
import type {Survey} from "./buildSurvey.js";
import {protectedTables} from "./protect/protectedTables.js";
import {registerGroupings} from "./protect/registerGroupings.js";

/** What pages show of a respondents' file; of a protected one only what its tables show too. */
export function buildSurveyFacts(survey: Survey, units: Units): SurveyFacts {
  const {codebook, settings, respondents, response, weighting} = survey;
  return {
    rank: respondents.rank,
    isProtected: settings.access === "protected",
    received: settings.received ?? null,
    fieldwork: codebook.fieldwork,
    respondents: respondents.count,
    response,
    classes: weighting.classes,
    distributions:
      settings.access === "protected"
        ? protectedDistributions(
            codebook,
            protectedTables(codebook, respondents, registerGroupings(codebook, respondents, units)),
          )
        : buildDistributions(survey, units),
    firstShown: firstShown(codebook),
  };
}

function firstShown({variables}: Codebook): string {
  const answered = variables.filter(isAnswered);
  return (answered.find(({origin}) => origin === "number") ?? answered[0]).name;
}
