import {isPublishable} from "./isPublishable.js";
import {linkedQuestions} from "./linkedQuestions.js";
import {type Grouping, notAsked, type Question, unanswered} from "./question.js";
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
  for (const state of states.values()) hideUnpublishable(state, states);
  let isDone = false;
  while (!isDone) {
    isDone = true;
    for (const state of states.values()) if (hideMore(state, states, groupings)) isDone = false;
  }
  return new Map([...states].map(([name, state]) => [name, statuses(state, states, groupings)]));
}

interface State {
  question: Question;
  /** Names of the questions hidden with it, itself included. */
  linked: readonly string[];
  /** Respondents by category. */
  total: number[];
  /** Respondents by grouping, group and category. */
  counts: number[][][];
  /** Respondents by grouping and group who were asked. */
  asked: number[][];
  tally: AnswerTally;
  isAllHidden: boolean;
  /** By grouping the groups hidden. */
  hidden: Set<number>[];
}

type States = ReadonlyMap<string, State>;

function buildState(question: Question, questions: readonly Question[], groupings: readonly Grouping[]): State {
  return {
    question,
    linked: linkedQuestions(question, questions).map(({name}) => name),
    total: countsBy(question, everyone(question))[0],
    counts: groupings.map((grouping) => countsBy(question, grouping)),
    asked: groupings.map((grouping) => askedBy(question, grouping)),
    tally: answerTally(question, questions, groupings),
    isAllHidden: false,
    hidden: groupings.map(() => new Set()),
  };
}

/** All respondents as one group. */
function everyone({answers}: Question): Grouping {
  return {groups: 1, groupOf: new Int32Array(answers.length)};
}

function countsBy({answers, categories}: Question, {groups, groupOf}: Grouping): number[][] {
  const counts = Array.from({length: groups}, () => new Array<number>(categories).fill(0));
  for (const [i, answer] of answers.entries()) if (answer > unanswered) counts[groupOf[i]][answer]++;
  return counts;
}

function askedBy({answers}: Question, {groups, groupOf}: Grouping): number[] {
  const asked = new Array<number>(groups).fill(0);
  for (const [i, answer] of answers.entries()) if (answer !== notAsked) asked[groupOf[i]]++;
  return asked;
}

function hideUnpublishable(state: State, states: States): void {
  const {question, total, counts, isAllHidden} = state;
  if (!isAllHidden && !isPublishable(total, question.isOption)) hideAll(state, states);
  for (const [grouping, rows] of counts.entries())
    for (const [group, row] of rows.entries())
      if (!isPublishable(row, question.isOption)) hide(state, states, grouping, group);
}

function hide({linked}: State, states: States, grouping: number, group: number): void {
  for (const name of linked) states.get(name)?.hidden[grouping].add(group);
}

/** Hides a question altogether. */
function hideAll({linked, counts}: State, states: States): void {
  for (const name of linked) (states.get(name) as State).isAllHidden = true;
  for (const [grouping, rows] of counts.entries())
    for (const group of rows.keys()) for (const name of linked) states.get(name)?.hidden[grouping].add(group);
}

/** Hides what a question still gives away; false when it gives nothing away. */
function hideMore(state: State, states: States, groupings: readonly Grouping[]): boolean {
  let isChanged = false;
  for (const grouping of groupings.keys())
    while (!state.isAllHidden && hideOneMore(state, states, groupings, grouping)) isChanged = true;
  return isChanged;
}

function hideOneMore(state: State, states: States, groupings: readonly Grouping[], grouping: number): boolean {
  const hidden = hiddenGroups(state, states, groupings, grouping);
  if (hidden.length === 0) return false;
  if (!isSumPublishable(state, grouping, hidden)) {
    const next = smallest(publishedRows(state, [grouping]), state);
    if (next) hide(state, states, next.grouping, next.group);
    else hideAll(state, states);
    return true;
  }
  const narrow = narrowAnswer(state, grouping, hidden);
  const next = narrow && widening(state, narrow);
  if (next) hide(state, states, next.grouping, next.group);
  return next !== undefined;
}

function isSumPublishable({question, counts}: State, grouping: number, hidden: readonly number[]): boolean {
  const sum = addUp(
    hidden.map((group) => counts[grouping][group]),
    question.categories,
  );
  return hidden.length > 1 && isPublishable(sum, question.isOption);
}

/** A hidden count whose range is narrower than it could be; undefined if there is none. */
function narrowAnswer(state: State, grouping: number, hidden: readonly number[]): GroupAnswer | undefined {
  const {question, tally} = state;
  const answers = hidden.flatMap((group) =>
    Array.from({length: question.categories}, (_, answer) => ({grouping, group, answer})),
  );
  return answers.find(
    (each) => tradeWidth(tally, each, hiddenIn(state)) < Math.min(tolerance, tradeWidth(tally, each, everyRow)),
  );
}

interface Row {
  grouping: number;
  group: number;
}

/** The smallest published row that, hidden, widens the range of a count; if none alone does, the smallest there is. */
function widening(state: State, narrow: GroupAnswer): Row | undefined {
  const published = publishedRows(state, [...state.counts.keys()]);
  const isHidden = hiddenIn(state);
  const width = tradeWidth(state.tally, narrow, isHidden);
  const helpful = published.filter(
    (row) =>
      tradeWidth(
        state.tally,
        narrow,
        (grouping, group) => isHidden(grouping, group) || (grouping === row.grouping && group === row.group),
      ) > width,
  );
  return smallest(helpful, state) ?? smallest(published, state);
}

function publishedRows({counts, hidden}: State, groupings: readonly number[]): Row[] {
  return groupings.flatMap((grouping) =>
    [...counts[grouping].keys()].filter((group) => !hidden[grouping].has(group)).map((group) => ({grouping, group})),
  );
}

function smallest(rows: readonly Row[], {counts}: State): Row | undefined {
  const base = ({grouping, group}: Row) => counts[grouping][group].reduce((sum, each) => sum + each, 0);
  return [...rows].sort((a, b) => base(a) - base(b))[0];
}

/** Hidden groups of which it is not known anyway that nobody was asked. */
function hiddenGroups(state: State, states: States, groupings: readonly Grouping[], grouping: number): number[] {
  return [...state.hidden[grouping]].filter((group) => !isKnownEmpty(state, states, groupings, {grouping, group}));
}

/** True of a group without respondents, or when the row of the question that decides who is asked says that none are. */
function isKnownEmpty(state: State, states: States, groupings: readonly Grouping[], row: Row): boolean {
  const {grouping, group} = row;
  if (!groupings[grouping].groupOf.includes(group)) return true;
  const [decides, ...others] = state.question.dependsOn.map((name) => states.get(name) as State);
  if (!decides || others.length > 0 || state.asked[grouping][group] > 0) return false;
  return !decides.hidden[grouping].has(group) || isKnownEmpty(decides, states, groupings, row);
}

function statuses(state: State, states: States, groupings: readonly Grouping[]): Suppression {
  const statusOf = (grouping: number, group: number): RowStatus => {
    if (isKnownEmpty(state, states, groupings, {grouping, group})) return "notApplicable";
    return state.hidden[grouping].has(group) ? "suppressed" : "published";
  };
  return {
    all: statusOfAll(state, states),
    groups: groupings.map(({groups}, grouping) =>
      Array.from({length: groups}, (_, group) => statusOf(grouping, group)),
    ),
  };
}

function statusOfAll({question, isAllHidden}: State, states: States): RowStatus {
  if (!isAllHidden) return "published";
  const [decides, ...others] = question.dependsOn.map((name) => states.get(name) as State);
  const isKnown = decides && others.length === 0 && !decides.isAllHidden;
  return isKnown && question.answers.every((answer) => answer === notAsked) ? "notApplicable" : "suppressed";
}

const everyRow: IsHidden = () => true;

function hiddenIn({hidden}: State): IsHidden {
  return (grouping, group) => hidden[grouping].has(group);
}

function addUp(rows: readonly (readonly number[])[], categories: number): number[] {
  return Array.from({length: categories}, (_, category) => rows.reduce((sum, row) => sum + row[category], 0));
}
