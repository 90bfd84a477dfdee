import {shuffler} from "d3";
import {systematic} from "./systematic.js";

/** Gives numbers from 0 up to 1. */
export type Random = () => number;

export interface Allocated<T> {
  /** The chance of each candidate, adding up to one. */
  chancesOf: (item: T) => readonly number[];
  /**
   * What items are sorted by, most important first. Among items with the same first keys, each
   * candidate is dealt as often as its chances say, within one.
   */
  keysOf: (item: T) => readonly (string | number)[];
  random: Random;
}

/**
 * Deals a candidate to every item, one candidate after another, so that counts are as near to the chances as whole
 * numbers can be, overall and in each run of items that sort the same. Chance alone decides who gets which.
 *
 * @returns item by item the index of its candidate
 */
export function allocate<T>(items: readonly T[], {chancesOf, keysOf, random}: Allocated<T>): Map<T, number> {
  const shuffled = shuffler(random)([...items]);
  let waiting = shuffled.map((item) => ({item, chances: chancesOf(item), key: sortKey(keysOf(item))}));
  waiting.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  const dealt = new Map<T, number>();
  for (let candidate = 0; waiting.length > 0; candidate++) {
    const picked = systematic(waiting.map(({chances}) => chanceAmongRest(chances, candidate)));
    for (const [index, {item}] of waiting.entries()) if (picked[index]) dealt.set(item, candidate);
    waiting = waiting.filter((_, index) => !picked[index]);
  }
  return dealt;
}

/** The chance of a candidate, given that none before it was dealt; the last that can be is certain. */
function chanceAmongRest(chances: readonly number[], candidate: number): number {
  if (candidate >= chances.length) throw new Error("chances that do not add up to one");
  const rest = chances.slice(candidate + 1).reduce((sum, chance) => sum + chance, 0);
  return chances[candidate] / (chances[candidate] + rest || 1);
}

function sortKey(keys: readonly (string | number)[]): string {
  return keys.join("|");
}
