/** Respondents who must have answered for a row to be published. */
import {sum} from "d3";
export const minimumBase = 5;

/** Respondents below whom no answer may be that of all but one, and no box one that nobody ticked. */
export const sameAnswerBase = 10;

/**
 * True of a row that may be published for its own sake. It may not when fewer than five answered; when all gave the same
 * answer, for then it tells the answer of each; or when few answered and all but one gave the same, for that one then
 * knows the others'. That nobody ticked a box tells less, and is published from a base of ten.
 * Source: Hundepool et al., Statistical Disclosure Control (2012), ch. 5 (threshold rule, group disclosure).
 *
 * @param counts respondents by category; of an option those who did not tick it, and those who did
 */
export function isPublishable(counts: readonly number[], isOption: boolean): boolean {
  const base = sum(counts);
  if (base < minimumBase) return false;
  const isLarge = base >= sameAnswerBase;
  return counts.every((count, category) => {
    const others = base - count;
    if (others > 1) return true;
    return isLarge && (others === 1 || (isOption && category === 0));
  });
}
