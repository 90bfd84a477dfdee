/** Answers to one question: for each row the index of its category, or `noAnswer`. */
export interface Column {
  codes: Int32Array;
  categories: readonly string[];
}

/** The code of a row that gave no answer. */
export const noAnswer = -1;
