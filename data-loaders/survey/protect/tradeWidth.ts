import {sum} from "d3";
import {getOrMake} from "../../../src/lib/memoize.js";
import {notAsked} from "../../../src/lib/respondents/respondents.js";
import {type Grouping, linkedQuestions, type Question} from "./question.js";

/** Respondents who answered a question, counted by group, answer, and by how they stood to linked questions. */
export interface AnswerTally {
  rows: readonly {
    /** The group in each grouping. */
    groups: readonly number[];
    /** Whether they were asked, and answered, each of the linked questions that depend on no linked one. */
    stood: string;
    answer: number;
    count: number;
  }[];
}

/** The number of one group that gave one answer. */
export interface GroupAnswer {
  grouping: number;
  group: number;
  answer: number;
}

/** True of a group whose row is not published. */
export type IsHidden = (grouping: number, group: number) => boolean;

/** Those who answered, counted by all that decides with whom they could trade answers. */
export function answerTally(question: Question, all: readonly Question[], groupings: readonly Grouping[]): AnswerTally {
  const linked = linkedQuestions(question, all);
  const names = new Set(linked.map(({name}) => name));
  const entries = linked.filter(({dependsOn}) => !dependsOn.some((name) => names.has(name)));
  const rows = new Map<number, {groups: number[]; stood: string; answer: number; count: number}>();
  for (const [i, answer] of question.answers.entries()) {
    if (answer < 0) continue;
    let key = answer;
    for (const {groups, groupOf} of groupings) key = key * groups + groupOf[i];
    for (const {answers} of entries) key = key * 3 + stoodTo(answers[i]);
    const row = getOrMake(rows, key, () => ({
      groups: groupings.map(({groupOf}) => groupOf[i]),
      stood: entries.map(({answers}) => stoodTo(answers[i])).join(" "),
      answer,
      count: 0,
    }));
    row.count++;
  }
  return {rows: [...rows.values()]};
}

/** 0 of whoever was not asked, 1 of whoever was asked and did not answer, 2 of whatever was answered. */
const stoodTo = (answer: number) => (answer >= 0 ? 2 : answer === notAsked ? 0 : 1);

/**
 * Greatest less least value that a hidden count can have, as far as trades show. Two respondents trade when they exchange
 * their answers to a question and to all linked with it. If both their groups are hidden, and in every other grouping
 * they are in the same group or in hidden ones, no published number changes, nor how many answered the question; so whoever
 * knows all these cannot tell which of the two gave which answer. Every whole number between is possible too.
 */
export function tradeWidth({rows}: AnswerTally, {grouping, group, answer}: GroupAnswer, isHidden: IsHidden): number {
  const strata = new Map<string, {gave: number; gaveNot: number; othersGave: number; othersGaveNot: number}>();
  for (const row of rows) {
    if (!isHidden(grouping, row.groups[grouping])) continue;
    const alike = row.groups.map((each, at) => (at === grouping || isHidden(at, each) ? "*" : each));
    const key = [...alike, row.stood].join(" ");
    const stratum = getOrMake(strata, key, () => ({gave: 0, gaveNot: 0, othersGave: 0, othersGaveNot: 0}));
    const isInside = row.groups[grouping] === group;
    if (row.answer === answer) stratum[isInside ? "gave" : "othersGave"] += row.count;
    else stratum[isInside ? "gaveNot" : "othersGaveNot"] += row.count;
  }
  return sum(
    strata.values(),
    ({gave, gaveNot, othersGave, othersGaveNot}) => Math.min(gave, othersGaveNot) + Math.min(gaveNot, othersGave),
  );
}
