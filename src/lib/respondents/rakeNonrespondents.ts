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
  const ofClass = byClass.map(() => 1);
  const ofRegion = byRegion.map(() => 1);
  const near = tolerance * byClass.reduce((sum, n) => sum + n, 0);
  for (let round = 0; round < mostRounds; round++) {
    let farthest = 0;
    for (let h = 0; h < byClass.length; h++) {
      let sum = 0;
      for (let c = 0; c < byRegion.length; c++) sum += respondents[h][c] * ofRegion[c];
      farthest = Math.max(farthest, Math.abs(ofClass[h] * sum - byClass[h]));
      ofClass[h] = byClass[h] === 0 ? 0 : byClass[h] / sum;
    }
    if (!ofClass.every(Number.isFinite)) return null;
    if (round > 0 && farthest <= near) return ofClass.map((a) => ofRegion.map((b) => a * b));
    for (let c = 0; c < byRegion.length; c++) {
      let sum = 0;
      for (let h = 0; h < byClass.length; h++) sum += respondents[h][c] * ofClass[h];
      ofRegion[c] = byRegion[c] === 0 ? 0 : byRegion[c] / sum;
    }
    if (!ofRegion.every(Number.isFinite)) return null;
  }
  return null;
}
