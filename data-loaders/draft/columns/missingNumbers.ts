/** Numbers that survey programs write for no answer. */
import {max} from "d3";

const usual = [77, 88, 96, 97, 98, 99, 777, 888, 996, 997, 998, 999, 7777, 8888, 9996, 9997, 9998, 9999];
/** How many times the greatest other number such a number has to be: ages go up to 99 without a gap. */
const apart = 4;

/**
 * Of a column's texts, all whole numbers, those that stand for no answer: below zero where no other is but such as -9, or
 * usual ones far above the rest. Empty if a text is no whole number.
 */
export function missingNumbers(texts: readonly string[]): Set<string> {
  if (!texts.every((text) => /^-?\d+$/.test(text))) return new Set();
  const numbers = texts.map(Number);
  const isBelow = (number: number) => number < 0 && (number === -1 || usual.includes(-number) || number >= -9);
  const below = numbers.filter(isBelow);
  const others = numbers.filter((number) => !below.includes(number) && !usual.includes(number));
  if (others.length < 2) return new Set();
  const isLow = others.every((number) => number >= 0);
  const limit = (max(others) ?? 0) * apart;
  const isOdd = (number: number) => (isLow && below.includes(number)) || (usual.includes(number) && number > limit);
  return new Set(texts.filter((text) => isOdd(Number(text))));
}
