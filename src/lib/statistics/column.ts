/** A column of the table of respondents: row by row the index of a category, or below zero why there is none. */
export interface Column {
  codes: Int32Array;
  categories: readonly string[];
}

/** A response that is missing, where the reason does not matter. */
export const noAnswer = -1;

/** Responses as numbers, such as 1 and 0: row by row an index into `values`, or below zero where there is none. */
export interface Responses {
  codes: Int32Array;
  values: ArrayLike<number>;
}

/** Whom a statistic is about: 1 for each row inside, 0 outside. */
export type Domain = Uint8Array;

/** All rows. */
export function everyone(rows: number): Domain {
  return new Uint8Array(rows).fill(1);
}

/** A column as 1 for the categories among `chosen` (indices) and 0 for the others. */
export function indicator({codes, categories}: Column, chosen: readonly number[]): Responses {
  return {codes, values: categories.map((_, category) => Number(chosen.includes(category)))};
}

/** Those inside who answered. */
export function answeredIn(domain: Domain, {codes}: Pick<Column, "codes">): Domain {
  return domain.map((inside, i) => (codes[i] < 0 ? 0 : inside));
}

/** Those inside whose category is `category`. */
export function chose(domain: Domain, {codes}: Column, category: number): Domain {
  return domain.map((inside, i) => (codes[i] === category ? inside : 0));
}

/** Those in either of two domains. */
export function either(a: Domain, b: Domain): Domain {
  return a.map((inside, i) => inside | b[i]);
}
