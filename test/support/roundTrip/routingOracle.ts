import {optionColumn} from "../../../data-loaders/cleaning/draft.js";
import {
  type AnsweredVariable,
  type Codebook,
  type Contradiction,
  isAnswered,
} from "../../../src/lib/respondents/codebook.js";
import type {Comparison, Condition} from "../../../src/lib/respondents/condition.js";

/** What a row says, by variable or `variable.option`: a code, yes or no, a number, `!reason`, or "" for a blank. */
export type Says = ReadonlyMap<string, string>;

/** Something that a rule took from a row. */
export interface Taken {
  column: string;
  rule: string;
}

type Truth = "yes" | "no" | "unknown";

/** Columns in which a variable is answered. */
export function columnsOf(variable: AnsweredVariable): string[] {
  if (variable.type !== "multiple") return [variable.name];
  return variable.categories.map(({code}) => optionColumn(variable.name, code));
}

/**
 * What is left of a row once blanks, contradictions and routing are understood, and where an answer was taken from it. Told
 * row by row from the words of the rules, not from their code.
 */
export function routingOracle(row: Says, codebook: Codebook): {answers: Map<string, string>; taken: Taken[]} {
  const answers = new Map(row);
  const taken: Taken[] = [];
  const put = (column: string, value: string, rule: string) => {
    const before = answers.get(column) ?? "";
    if (before !== "" && before !== value) taken.push({column, rule});
    answers.set(column, value);
  };
  const questions = codebook.variables.filter(isAnswered);
  for (const question of questions) untick(question, answers);
  const contradicted = codebook.contradictions.filter((each) => contradicts(each, answers, codebook));
  for (const target of contradicted.flatMap(({unanswer}) => unanswer)) {
    if (answers.has(target)) put(target, "!noAnswer", "contradiction");
  }
  for (const question of questions) {
    const asked = all(question.universe, answers);
    for (const column of columnsOf(question)) {
      const said = answers.get(column) ?? "";
      if (asked === "no") put(column, "!notAsked", "routing");
      else if (asked === "unknown" || said === "" || said === "!notAsked") put(column, "!noAnswer", "routing");
    }
  }
  return {answers, taken};
}

/** Of a question with ticks and no denial, blanks are denials. */
function untick(question: AnsweredVariable, answers: Map<string, string>): void {
  const columns = columnsOf(question).filter((column) => answers.has(column));
  const said = columns.map((column) => answers.get(column) ?? "");
  if (question.type !== "multiple" || columns.length < 2 || !said.includes("yes") || said.includes("no")) return;
  for (const column of columns) if (answers.get(column) === "") answers.set(column, "no");
}

/** True when all holds, and each of its questions was asked whatever the others of them say. */
function contradicts({when}: Contradiction, answers: Says, codebook: Codebook): boolean {
  const among = when.map(({variable}) => variable);
  const wasAsked = (name: string): boolean => {
    const universe = codebook.variables.find((each) => each.name === name)?.universe ?? [];
    return universe
      .filter(({variable}) => !among.includes(variable))
      .every((condition) => holds(condition, answers) === "yes" && wasAsked(condition.variable));
  };
  return all(when, answers) === "yes" && among.every(wasAsked);
}

/** Whether all conditions hold. */
export function all(conditions: readonly Condition[], answers: Says): Truth {
  const each = conditions.map((condition) => holds(condition, answers));
  if (each.includes("no")) return "no";
  return each.includes("unknown") ? "unknown" : "yes";
}

function holds({variable, comparisons}: Condition, answers: Says): Truth {
  const each = comparisons.map((comparison) => says(variable, comparison, answers));
  if (each.includes("yes")) return "yes";
  return each.includes("unknown") ? "unknown" : "no";
}

function says(variable: string, {operator, code}: Comparison, answers: Says): Truth {
  const option = answers.get(optionColumn(variable, code));
  const said = option ?? answers.get(variable) ?? "";
  if (said === "!notAsked") return "no";
  if (said === "" || said.startsWith("!")) return "unknown";
  if (operator === "atLeast") return Number(said) >= Number(code) ? "yes" : "no";
  const isSaid = option === undefined ? said === code : option === "yes";
  return isSaid === (operator === "is") ? "yes" : "no";
}
