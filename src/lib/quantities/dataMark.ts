import type {SurveyFacts} from "../respondents/surveyFacts.js";

/** What the column `data` of every table of respondents says: whether the respondents are made up or answered a survey. */
export function dataMark({rank}: Pick<SurveyFacts, "rank">): "stand-in" | "survey" {
  return rank === "standIn" ? "stand-in" : "survey";
}
