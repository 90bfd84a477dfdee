import type {SurveySource} from "../../data-loaders/buildReport.js";

/** The survey of a report with its respondents row by row, and what it is explored with. @throws Error of counts */
export function rowsOf({answers, explorerInput}: Pick<SurveySource, "answers" | "explorerInput">) {
  if (!("rows" in answers)) throw new Error("a survey whose respondents are not here");
  return {survey: answers.survey, explorerInput: {...explorerInput, rows: answers.rows}};
}
