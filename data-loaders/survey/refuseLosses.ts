import {rollup, sum} from "d3";
import {nearest} from "../../src/lib/language/nearest.js";
import type {ChangeGroup} from "../../src/lib/respondents/cleaning.js";
import {type AnsweredVariable, isAnswered} from "../../src/lib/respondents/codebook.js";
import {mostLost} from "../cleaning/mostLost.js";
import {missingReader} from "../cleaning/rules/spellings.js";
import {unknownPartsReader} from "../cleaning/rules/splitOptions.js";
import {isPlainNumber, valueOfNumber} from "../files/text/numberOfText.js";
import {InputError} from "../inputs/inputError.js";
import type {Survey} from "./buildSurvey.js";

/** Answers to one question that nobody could read. */
export interface Loss {
  question: string;
  lost: number;
  /** Respondents that gave an answer, those included. */
  given: number;
  /** What stood there, the most frequent first. */
  texts: readonly [text: string, rows: number][];
}

/** Rules by which an answer that is not understood becomes none, or the one for own words. */
const losing: readonly string[] = ["joined", "unknown", "spelling", "number", "range", "ownWords"];

/**
 * The questions that lose more answers than is let through. What the codebook knows to be no answer is none that is lost; nor is
 * what one respondent alone wrote, where the codebook has an answer for that.
 */
export function lossesOf({codebook, record, respondents}: Pick<Survey, "codebook" | "record" | "respondents">): Loss[] {
  return codebook.variables.filter(isAnswered).flatMap((variable) => {
    const {name: question} = variable;
    const notUnderstood = notUnderstoodOf(variable, record.changes);
    const rows = new Set(notUnderstood.flatMap((each) => [...each.rows]));
    const own = respondents.columns.filter((column) => column.variable === question);
    const answered = Array.from({length: respondents.count}, (_, row) => own.some(({codes}) => codes[row] >= 0));
    const lostOnly = notUnderstood.filter(({isLost}) => isLost).flatMap((each) => [...each.rows]);
    const given = answered.filter(Boolean).length + new Set(lostOnly).size;
    if (rows.size <= mostLost * given) return [];
    const counts = rollup(
      notUnderstood,
      (same) => sum(same, (each) => each.rows.length),
      ({text}) => text,
    );
    return [{question, lost: rows.size, given, texts: [...counts].sort(([, a], [, b]) => b - a)}];
  });
}

interface NotUnderstood {
  text: string;
  rows: Int32Array;
  /** False of a text that counts as the answer for own words. */
  isLost: boolean;
}

/** What was not understood of a question, of joined answers the parts; without what counts as one respondent's own words. */
function notUnderstoodOf(variable: AnsweredVariable, changes: readonly ChangeGroup[]): NotUnderstood[] {
  const reasonFor = missingReader(variable);
  const isOfIt = (column: string) => column === variable.name || column.startsWith(`${variable.name}.`);
  const unknownParts = variable.type === "multiple" ? unknownPartsReader(variable) : null;
  const found = changes.flatMap(({rule, column, before, after, rows}): NotUnderstood[] => {
    if (!losing.includes(rule) || !isOfIt(column) || typeof before !== "string" || before === "") return [];
    if (reasonFor(before) !== null) return [];
    const isLost = typeof after === "number";
    if (rule === "ownWords" && column !== variable.name) return []; // a column for them alone, where any text is as good
    if (rule === "joined" && unknownParts) return unknownParts(before).map((text) => ({text, rows, isLost}));
    return isLost || rule === "ownWords" ? [{text: before, rows, isLost}] : [];
  });
  const times = rollup(
    found,
    (same) => sum(same, ({rows}) => rows.length),
    ({text}) => text,
  );
  return found.filter(({text, isLost}) => isLost || (times.get(text) ?? 0) > 1);
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

const accept = (name: string) => `or say {"accept": ["${name}"]} in its settings`;

/**
 * Stops at questions that pages or filters name and that have no column, in the file or in that of any wave.
 *
 * @throws InputError naming them
 */
export function refuseWithoutColumn(survey: Pick<Survey, "codebook" | "record" | "settings">): void {
  const {accept: accepted = []} = survey.settings;
  const missing = withoutColumn(survey).filter((name) => !accepted.includes(name));
  if (missing.length > 0)
    throw new InputError(
      `pages or filters name questions without a column: add their headers to the codebook, ${accept(missing.join('", "'))}`,
      {file: survey.record.file.name, column: "explored", value: missing},
    );
}

/** Questions that pages and filters name and the file has no column of. */
function withoutColumn(survey: Pick<Survey, "codebook" | "record">): string[] {
  const {pages, filters, first} = survey.codebook.explored;
  const named = new Set([...pages.flatMap(({questions}) => questions), ...filters, ...Object.values(first ?? {})]);
  const questions = survey.codebook.variables.filter(isAnswered).map(({name}) => name);
  return questions.filter((name) => named.has(name) && !hasColumn(survey, name));
}

const hasColumn = ({record}: Pick<Survey, "record">, name: string) =>
  record.columns.some(({readAs}) => readAs === name || readAs?.startsWith(`${name}.`));

function nearestTo(text: string, variable: AnsweredVariable): string {
  if (variable.type === "count") {
    const {least, greatest} = variable;
    const isWithin = isPlainNumber(text) && valueOfNumber(text) >= least && valueOfNumber(text) <= greatest;
    return isWithin ? ", no whole number or one of two" : ` not from ${least} to ${greatest}`;
  }
  const known = variable.categories.flatMap(({code, label, spellings}) => [
    code,
    ...Object.values(label),
    ...spellings,
  ]);
  const near = nearest(text, known);
  return near === null ? "" : `, did you mean ${near}?`;
}
