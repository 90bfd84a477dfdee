/**
 * Picks from a list so that each is picked with its own chance, and any stretch of the list has as many picked as its
 * chances add up to, within one: a ruler of length one laid along the cumulated chances, starting in the middle. What is
 * certain is picked, what is impossible is not, whatever rounding does to the sums.
 * Source: Madow (1949), On the theory of systematic sampling, II; its start is fixed here, and the list shuffled instead.
 *
 * @param chances 0 to 1
 */
export function systematic(chances: readonly number[]): boolean[] {
  let reached = 0.5;
  return chances.map((chance) => {
    if (chance <= 0 || chance >= 1) return chance >= 1;
    const before = Math.floor(reached);
    reached += chance;
    return Math.floor(reached) > before;
  });
}
