import {type Column, noAnswer} from "./tally.js";

/** Whom a statistic is about: 1 for each row inside, 0 outside. */
export type Domain = Uint8Array;

/** A number for each row, such as 1 for yes and 0 for no; NaN for no answer. */
export type Answers = Float64Array;

/** All rows. */
export function everyone(rows: number): Domain {
  return new Uint8Array(rows).fill(1);
}

/** 1 for each row whose category is among `chosen` (indices), 0 for the others, NaN for no answer. */
export function indicator({codes, categories}: Column, chosen: readonly number[]): Answers {
  const value = new Float64Array(categories.length);
  for (const category of chosen) value[category] = 1;
  const answers = new Float64Array(codes.length);
  for (let i = 0; i < codes.length; i++) answers[i] = codes[i] === noAnswer ? Number.NaN : value[codes[i]];
  return answers;
}

/** Those inside who answered. */
export function answeredIn(domain: Domain, answers: Answers): Domain {
  const inside = new Uint8Array(domain.length);
  for (let i = 0; i < inside.length; i++) if (domain[i] && !Number.isNaN(answers[i])) inside[i] = 1;
  return inside;
}

/** Those inside whose category is `category`. */
export function chose(domain: Domain, {codes}: Column, category: number): Domain {
  const inside = new Uint8Array(domain.length);
  for (let i = 0; i < inside.length; i++) if (domain[i] && codes[i] === category) inside[i] = 1;
  return inside;
}

/** Those in either of two domains. */
export function either(a: Domain, b: Domain): Domain {
  return a.map((inside, i) => inside | b[i]);
}

/**
 * Rows to keep when an item that was asked and not answered counts as nonresponse: those known to be outside, and those
 * inside who answered all of `items`. Use it with `keepRows` before the design is made, so that n and N/n of a class
 * are of those who answered. A question that was not put to somebody is another thing: leave it to the domain.
 *
 * @param membership 1 inside the domain, 0 outside, NaN where that is not known
 */
export function respondedTo(items: readonly Answers[], membership: Answers): Uint8Array {
  const keep = new Uint8Array(membership.length);
  for (let i = 0; i < keep.length; i++) {
    const answered = membership[i] === 0 || items.every((answers) => !Number.isNaN(answers[i]));
    keep[i] = answered && !Number.isNaN(membership[i]) ? 1 : 0;
  }
  return keep;
}
