/** Rounds over both margins before it is given up. */
const mostRounds = 2000;
/** How far from its number a margin may be, as a part of all nonrespondents. */
const tolerance = 1e-12;

/**
 * How many nonrespondents each respondent of a class and region stands for, such that those of every class add up to the
 * nonrespondents of the class, and those of every region to those of the region. Raking (iterative proportional fitting)
 * from equal numbers; source: Deming and Stephan (1940), Ann. Math. Statist. 11, 427-444.
 *
 * @param respondents by class and region
 * @param byClass nonrespondents of each class; their sum is that of `byRegion`
 * @returns by class and region; null when no such numbers are found
 */
export function rakeNonrespondents(
  respondents: readonly (readonly number[])[],
  byClass: readonly number[],
  byRegion: readonly number[],
): number[][] | null {
  const all = sum(byClass);
  const ofClass = byClass.map(() => 1);
  const ofRegion = byRegion.map(() => 1);
  const classSum = (h: number) => sum(respondents[h].map((n, c) => n * ofRegion[c]));
  const regionSum = (c: number) => sum(respondents.map((ofCells, h) => ofCells[c] * ofClass[h]));
  for (let round = 0; round < mostRounds; round++) {
    for (const [h, wanted] of byClass.entries()) ofClass[h] = wanted === 0 ? 0 : wanted / classSum(h);
    for (const [c, wanted] of byRegion.entries()) ofRegion[c] = wanted === 0 ? 0 : wanted / regionSum(c);
    if (![...ofClass, ...ofRegion].every(Number.isFinite)) return null;
    if (byClass.every((wanted, h) => Math.abs(ofClass[h] * classSum(h) - wanted) <= tolerance * all))
      return ofClass.map((a) => ofRegion.map((b) => a * b));
  }
  return null;
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0);
