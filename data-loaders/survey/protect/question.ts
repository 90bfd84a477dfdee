/** A question, or an option of a multiple response, as suppression sees it. */
export interface Question {
  name: string;
  /** Number of categories. */
  categories: number;
  isOption: boolean;
  /** Respondent by respondent the index of a category, or below zero why there is no answer. */
  answers: Int32Array;
  /** Names of the questions whose answers decide who is asked this one. */
  dependsOn: readonly string[];
  /** True of a group that the codebook says was not asked, as a wave; default none. */
  isNeverAsked?: (grouping: number, group: number) => boolean;
}

/** What tables are broken down by: each respondent is in one group. */
export interface Grouping {
  groups: number;
  groupOf: Int32Array;
}

/** By group the respondents in each category of a question. */
export function countsBy({answers, categories}: Question, {groups, groupOf}: Grouping): number[][] {
  const counts = Array.from({length: groups}, () => new Array<number>(categories).fill(0));
  for (const [i, answer] of answers.entries()) if (answer >= 0) counts[groupOf[i]][answer]++;
  return counts;
}

/** All respondents as one group. */
export function everyone({answers}: Question): Grouping {
  return {groups: 1, groupOf: new Int32Array(answers.length)};
}

/**
 * A question and all that must be hidden with it, for who was asked them tells its answers: the questions that depend on
 * it, directly or not, and whatever else those depend on.
 */
export function linkedQuestions(question: Question, all: readonly Question[]): Question[] {
  const linked = new Set([question.name]);
  for (let size = 0; size < linked.size; ) {
    size = linked.size;
    for (const {name, dependsOn} of all) {
      if (!dependsOn.some((each) => linked.has(each))) continue;
      for (const each of [name, ...dependsOn]) linked.add(each);
    }
  }
  return all.filter(({name}) => linked.has(name));
}
