import {type Codebook, isAnswered} from "../src/lib/codebook.js";
import {distributions} from "../src/lib/distribution.js";
import {protectedDistributions} from "../src/lib/protectedDistributions.js";
import type {Respondents} from "../src/lib/respondents.js";
import type {SurveyFacts} from "../src/lib/surveyFacts.js";
import type {Survey} from "./buildSurvey.js";
import {buildWeighting} from "./buildWeighting.js";
import {protectedTables} from "./products/protectedTables.js";
import {registerGroupings} from "./products/registerGroupings.js";
import type {Units} from "./readRegister.js";

/** What pages show of a respondents' file; of a protected one only what its tables show too. */
export function buildSurveyFacts(survey: Survey, units: Units): SurveyFacts {
  const {codebook, settings, respondents, response, weighting} = survey;
  const weigh = (kept: Uint8Array) => buildWeighting(codebook, keepRespondents(respondents, kept), units);
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
        : distributions(codebook, respondents, weigh),
    firstShown: firstShown(codebook),
  };
}

function firstShown({variables}: Codebook): string {
  const answered = variables.filter(isAnswered);
  return (answered.find(({origin}) => origin === "number") ?? answered[0]).name;
}

/** The respondents marked 1. */
function keepRespondents({rowNumbers, columns, ...rest}: Respondents, kept: Uint8Array): Respondents {
  const isKept = (_: number, row: number) => kept[row] === 1;
  return {
    ...rest,
    count: kept.reduce((sum, one) => sum + one, 0),
    rowNumbers: rowNumbers.filter(isKept),
    columns: columns.map((column) => ({...column, codes: column.codes.filter(isKept)})),
  };
}
