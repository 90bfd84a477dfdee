import {least, sum} from "d3";
import {notAsked} from "../../../src/lib/respondents/respondents.js";
import {isPublishable} from "./isPublishable.js";
import {countsBy, everyone, type Grouping, linkedQuestions, type Question} from "./question.js";
import {type AnswerTally, answerTally, type GroupAnswer, type IsHidden, tradeWidth} from "./tradeWidth.js";

/**
 * How many values wide the range of a hidden count is at least: it could be any of four numbers in a row. Less only where
 * so few are in the group, or gave the answer in all, that no suppression could make it wider.
 */
export const tolerance = 3;

export type RowStatus = "published" | "suppressed" | "notApplicable";

/** What becomes of a question's rows. */
export interface Suppression {
  all: RowStatus;
  /** By grouping and group. */
  groups: RowStatus[][];
}

/**
 * Decides which rows of a list of tables are hidden: each question by each grouping, and of all. First the rows that may
 * not be published for their own sake (`isPublishable`); then as many more as it takes that no hidden count can be worked
 * out from what is left:
 *
 * - with a question all linked with it, whose bases would tell its answers;
 * - in each grouping at least two groups, whose sum, which anyone can work out, may itself be published;
 * - until every hidden count could differ by `tolerance` without a published number changing (`tradeWidth`).
 *
 * The smallest row that helps is hidden next. The sizes of all groups are taken as known.
 */
export function suppress(questions: readonly Question[], groupings: readonly Grouping[]): Map<string, Suppression> {
  const states = new Map(questions.map((question) => [question.name, buildState(question, questions, groupings)]));
  const named = (names: readonly string[]) => names.map((name) => states.get(name) as State);
  for (const state of states.values()) {
    state.linked = named(linkedQuestions(state.question, questions).map(({name}) => name));
    state.decides = named(state.question.dependsOn);
  }
  for (const state of states.values()) hideUnpublishable(state);
  while ([...states.values()].map(hideMore).includes(true));
  return new Map([...states].map(([name, state]) => [name, statuses(state)]));
}

/** What becomes of one question while rows are hidden. */
interface State {
  question: Question;
  /** The questions hidden with it, itself included. */
  linked: readonly State[];
  /** The questions whose answers decide who is asked it. */
  decides: readonly State[];
  /** Respondents by category. */
  total: number[];
  /** By grouping and group. */
  rows: Row[][];
  tally: AnswerTally;
  isAllHidden: boolean;
  /** In the order in which they were hidden. */
  hidden: Set<Row>;
}

interface Row {
  grouping: number;
  group: number;
  /** Respondents by category. */
  counts: readonly number[];
  /** Respondents in the group, and those of them who were asked. */
  respondents: number;
  asked: number;
}

function buildState(question: Question, questions: readonly Question[], groupings: readonly Grouping[]): State {
  return {
    question,
    linked: [],
    decides: [],
    total: countsBy(question, everyone(question))[0],
    rows: groupings.map((each, grouping) => rowsOf(question, each, grouping)),
    tally: answerTally(question, questions, groupings),
    isAllHidden: false,
    hidden: new Set(),
  };
}

function rowsOf(question: Question, {groups, groupOf}: Grouping, grouping: number): Row[] {
  const rows = countsBy(question, {groups, groupOf}).map((counts, group) => {
    return {grouping, group, counts, respondents: 0, asked: 0};
  });
  for (const [i, answer] of question.answers.entries()) {
    rows[groupOf[i]].respondents++;
    if (answer !== notAsked) rows[groupOf[i]].asked++;
  }
  return rows;
}

function hideUnpublishable(state: State): void {
  const {question, total, rows, isAllHidden} = state;
  if (!isAllHidden && !isPublishable(total, question.isOption)) hideAll(state);
  for (const row of rows.flat()) if (!isPublishable(row.counts, question.isOption)) hide(state, row);
}

function hide({linked}: State, {grouping, group}: Row): void {
  for (const {hidden, rows} of linked) hidden.add(rows[grouping][group]);
}

/** Hides a question altogether. */
function hideAll(state: State): void {
  for (const each of state.linked) each.isAllHidden = true;
  for (const row of state.rows.flat()) hide(state, row);
}

/** Hides what a question still gives away; false when it gives nothing away. */
function hideMore(state: State): boolean {
  let isChanged = false;
  for (const rows of state.rows) while (!state.isAllHidden && hideOneMore(state, rows)) isChanged = true;
  return isChanged;
}

/** @param rows of one grouping */
function hideOneMore(state: State, rows: readonly Row[]): boolean {
  const hidden = [...state.hidden].filter((row) => rows.includes(row) && !isKnownEmpty(state, row));
  if (hidden.length === 0) return false;
  if (hidden.length === 1 || !isPublishable(addUp(hidden), state.question.isOption)) {
    const next = smallest(rows.filter((row) => !state.hidden.has(row)));
    if (next) hide(state, next);
    else hideAll(state);
    return true;
  }
  const narrow = narrowAnswer(state, hidden);
  const next = narrow && widening(state, narrow);
  if (next) hide(state, next);
  return next !== undefined;
}

const addUp = ([first, ...others]: readonly Row[]) =>
  first.counts.map((count, category) => others.reduce((sum, {counts}) => sum + counts[category], count));

/** A hidden count whose range is narrower than it could be; undefined if there is none. */
function narrowAnswer(state: State, hidden: readonly Row[]): GroupAnswer | undefined {
  const answers = hidden.flatMap(({grouping, group, counts}) =>
    counts.map((_, answer): GroupAnswer => ({grouping, group, answer})),
  );
  const width = (each: GroupAnswer, isHidden: IsHidden) => tradeWidth(state.tally, each, isHidden);
  return answers.find(
    (each) =>
      width(each, hiddenIn(state)) <
      Math.min(
        tolerance,
        width(each, () => true),
      ),
  );
}

/** The smallest published row that, hidden, widens the range of a count; if none alone does, the smallest there is. */
function widening(state: State, narrow: GroupAnswer): Row | undefined {
  const published = state.rows.flat().filter((row) => !state.hidden.has(row));
  const width = tradeWidth(state.tally, narrow, hiddenIn(state));
  const helpful = published.filter((row) => tradeWidth(state.tally, narrow, hiddenIn(state, row)) > width);
  return smallest(helpful) ?? smallest(published);
}

/** @param further a row that is taken to be hidden as well */
function hiddenIn({rows, hidden}: State, further?: Row): IsHidden {
  return (grouping, group) => hidden.has(rows[grouping][group]) || rows[grouping][group] === further;
}

function smallest(rows: readonly Row[]): Row | undefined {
  return least(rows, ({counts}) => sum(counts));
}

/** True of a group without respondents, or that cannot have been asked, or when the row of the question that decides who is asked says that none are. */
function isKnownEmpty({question, decides}: State, {grouping, group, respondents, asked}: Row): boolean {
  if (respondents === 0 || question.isNeverAsked?.(grouping, group)) return true;
  if (decides.length !== 1 || asked > 0) return false;
  const row = decides[0].rows[grouping][group];
  return !decides[0].hidden.has(row) || isKnownEmpty(decides[0], row);
}

function statuses(state: State): Suppression {
  const statusOf = (row: Row): RowStatus => {
    if (isKnownEmpty(state, row)) return "notApplicable";
    return state.hidden.has(row) ? "suppressed" : "published";
  };
  return {all: statusOfAll(state), groups: state.rows.map((rows) => rows.map(statusOf))};
}

function statusOfAll({question, isAllHidden, decides}: State): RowStatus {
  if (!isAllHidden) return "published";
  const isKnown = decides.length === 1 && !decides[0].isAllHidden;
  return isKnown && question.answers.every((answer) => answer === notAsked) ? "notApplicable" : "suppressed";
}
