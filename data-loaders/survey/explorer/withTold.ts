import type {SurveyFacts} from "../../../src/lib/respondents/surveyFacts.js";
import type {PageExplorer} from "../../../src/lib/table/explorer.js";
import {headlineAnswer} from "../../../src/lib/table/shown/headlineAnswer.js";

/** Pages that each begin with yes to their first question, or with the answer to it that most gave. */
export function withTold<T extends object>(pages: T, {distributions}: Pick<SurveyFacts, "distributions">): T {
  const told = ({questions: [question]}: PageExplorer) => {
    const distribution = distributions.find(({variable}) => variable === question);
    const answer = distribution && headlineAnswer(distribution);
    return answer === undefined ? {} : {told: `${question}.${answer}`};
  };
  return Object.fromEntries(Object.entries(pages).map(([page, each]) => [page, {...each, ...told(each)}])) as T;
}
