import {type Codebook, variableOfType} from "../../src/lib/respondents/codebook.js";
import type {Random} from "./allocate.js";
import {withAnswers} from "./answerItems.js";
import type {MadeUp} from "./madeUp.js";

const dayLength = 86_400_000;

/** Respondents with the day on which they answered: a weekday of the fieldwork at random, since the summary does not say which. */
export function submittedDays(respondents: readonly MadeUp[], codebook: Codebook, random: Random): MadeUp[] {
  const submitted = variableOfType(codebook, "date");
  if (!submitted) return [...respondents];
  const days = weekdays(codebook.fieldwork);
  return respondents.map((each) => withAnswers(each, [[submitted.name, days[Math.floor(random() * days.length)]]]));
}

function weekdays({from, to}: Codebook["fieldwork"]): string[] {
  const first = Date.parse(from);
  const count = (Date.parse(to) - first) / dayLength + 1;
  return Array.from({length: count}, (_, index) => new Date(first + index * dayLength))
    .filter((day) => day.getUTCDay() % 6 !== 0)
    .map((day) => day.toISOString().slice(0, 10));
}
