import {
  type AnsweredVariable,
  type Codebook,
  isAnswered,
  type MultipleVariable,
} from "../../../src/lib/respondents/codebook.js";
import type {Writing} from "../../../tools/stand-in/defects/cellsOf.js";
import {oneOf, type Pick} from "../../../tools/stand-in/defects/fileRow.js";
import {all, columnsOf, routingOracle} from "./routingOracle.js";

/** How each multiple response is written in a file; each way can say other things. */
export type Writings = ReadonlyMap<string, Writing>;

/**
 * One respondent's answers, routed: every question asked is answered, or missing for one of the codebook's reasons. No two
 * contradict each other.
 */
export function makeAnswers(codebook: Codebook, writings: Writings, pick: Pick): Map<string, string> {
  const said = new Map<string, string>();
  for (const question of codebook.variables.filter(isAnswered)) {
    const asked = all(question.universe, said);
    const given =
      asked === "yes"
        ? answer(question, writings, pick)
        : columnsOf(question).map(() => (asked === "no" ? "!notAsked" : "!noAnswer"));
    for (const [at, column] of columnsOf(question).entries()) said.set(column, given[at]);
  }
  return routingOracle(said, codebook).answers;
}

/** An answer to each of the question's columns. */
function answer(question: AnsweredVariable, writings: Writings, pick: Pick): string[] {
  const reasons = [...new Set(["noAnswer", ...question.missing.map(({reason}) => reason)])];
  const possible = reasons.filter((reason) => reason !== "notAsked");
  if (pick(6) === 1) return columnsOf(question).fill(`!${oneOf(possible, pick)}`);
  if (question.type === "single") return [oneOf(question.categories, pick).code];
  if (question.type === "multiple") return options(question, writings.get(question.name) ?? "joined", pick);
  const {least, greatest} = question;
  return [String(least + pick(1 + (pick(2) === 0 ? Math.min(3, greatest - least) : greatest - least)))];
}

/** Only columns of 0 and 1 can say that nothing was chosen; joined text cannot leave an option open. */
function options({categories}: MultipleVariable, writing: Writing, pick: Pick): string[] {
  const said: string[] = categories.map(() => (pick(2) === 0 ? "no" : "yes"));
  if (writing !== "joined" && pick(5) === 1) said[pick(said.length)] = "!noAnswer";
  if (writing !== "digits" && !said.includes("yes")) said[pick(said.length)] = "yes";
  return said;
}
