import {rollup, sum} from "d3";
import {nearest} from "../../src/lib/language/nearest.js";
import {type AnsweredVariable, isAnswered} from "../../src/lib/respondents/codebook.js";
import {missingReader} from "../cleaning/rules/spellings.js";
import {InputError} from "../inputs/inputError.js";
import type {Survey} from "./buildSurvey.js";

/** More than this share of a question's answers are not lost without its owner saying so. */
const mostLost = 0.05;

/** Answers to one question that nobody could read. */
export interface Loss {
  question: string;
  lost: number;
  /** Respondents that gave an answer, those included. */
  given: number;
  /** What stood there, the most frequent first. */
  texts: readonly [text: string, rows: number][];
}

/** Rules by which an answer that is not understood becomes none. */
const losing: readonly string[] = ["unknown", "spelling", "number", "range"];

/** The questions that lose more answers than is let through. What the codebook knows to be no answer is none that is lost. */
export function lossesOf({codebook, record, respondents}: Pick<Survey, "codebook" | "record" | "respondents">): Loss[] {
  return codebook.variables.filter(isAnswered).flatMap((variable) => {
    const {name: question} = variable;
    const reasonFor = missingReader(variable);
    const isOfIt = (column: string) => column === question || column.startsWith(`${question}.`);
    const groups = record.changes.filter(
      ({rule, column, before, after}) =>
        losing.includes(rule) &&
        isOfIt(column) &&
        typeof before === "string" &&
        before !== "" &&
        reasonFor(before) === null &&
        typeof after === "number",
    );
    const rows = new Set(groups.flatMap((group) => [...group.rows]));
    const own = respondents.columns.filter(({variable}) => variable === question);
    const answered = Array.from({length: respondents.count}, (_, row) => own.some(({codes}) => codes[row] >= 0));
    const given = answered.filter(Boolean).length + rows.size;
    if (rows.size <= mostLost * given) return [];
    const counts = rollup(
      groups,
      (same) => sum(same, (group) => group.rows.length),
      ({before}) => String(before),
    );
    return [{question, lost: rows.size, given, texts: [...counts].sort(([, a], [, b]) => b - a)}];
  });
}

/**
 * Stops at a question whose answers would be lost: because what stands in the file is not in the codebook, or because the
 * question that decides who was asked has no column.
 *
 * @throws InputError naming the question, what stands there and the nearest that the codebook has
 */
export function refuseLosses(survey: Pick<Survey, "codebook" | "record" | "respondents" | "settings">): void {
  const {accept: accepted = []} = survey.settings;
  const file = survey.record.file.name;
  const accept = (name: string) => `or say {"accept": ["${name}"]} in its settings`;
  for (const {name, universe} of survey.codebook.variables.filter(isAnswered)) {
    const routing = universe.map(({variable}) => variable).find((each) => !hasColumn(survey, each));
    if (routing && hasColumn(survey, name) && !accepted.includes(name))
      throw new InputError(
        `answers would be lost: who was asked depends on a question without a column, ${routing}; add its header to the codebook, ${accept(name)}`,
        {file, column: name},
      );
  }
  const [loss] = lossesOf(survey).filter(({question}) => !accepted.includes(question));
  if (!loss) return;
  const {question, lost, given, texts} = loss;
  const variable = survey.codebook.variables
    .filter(isAnswered)
    .find((each) => each.name === question) as AnsweredVariable;
  throw new InputError(
    `${lost} of ${given} answers would be lost (${Math.round((100 * lost) / given)}%): they are not in the codebook; add them there, ${accept(question)}`,
    {
      file,
      column: question,
      value: texts.slice(0, 5).map(([text, rows]) => `${text} (${rows})${nearestTo(text, variable)}`),
    },
  );
}

const hasColumn = ({record}: Pick<Survey, "record">, name: string) =>
  record.columns.some(({readAs}) => readAs === name || readAs?.startsWith(`${name}.`));

function nearestTo(text: string, variable: AnsweredVariable): string {
  if (variable.type === "count") return ` not from ${variable.least} to ${variable.greatest}`;
  const known = variable.categories.flatMap(({code, label, spellings}) => [code, label.nb, label.en, ...spellings]);
  const near = nearest(text, known);
  return near === null ? "" : `, did you mean ${near}?`;
}
