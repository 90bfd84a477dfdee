/** Answers of those who were asked and gave none, and of those who were not asked. */
export const unanswered = -1;
export const notAsked = -2;

/** A question, or an option of a multiple response, as suppression sees it. */
export interface Question {
  name: string;
  /** Number of categories. */
  categories: number;
  isOption: boolean;
  /** Respondent by respondent the index of a category, `unanswered` or `notAsked`. */
  answers: Int32Array;
  /** Names of the questions whose answers decide who is asked this one. */
  dependsOn: readonly string[];
}

/** What tables are broken down by: each respondent is in one group. */
export interface Grouping {
  groups: number;
  groupOf: Int32Array;
}
