/**
 * P-values adjusted for their number, so that the chance of any false find among them is at most alpha: the smallest times
 * all, the next times one fewer, and none less than the one before.
 * Source: Holm (1979), Scand. J. Statist. 6, 65-70.
 */
export function holm(p: readonly number[]): number[] {
  const ascending = [...p.keys()].sort((a, b) => p[a] - p[b]);
  const adjusted = new Array<number>(p.length);
  let last = 0;
  for (const [rank, index] of ascending.entries()) {
    last = Math.min(1, Math.max(last, p[index] * (p.length - rank)));
    adjusted[index] = last;
  }
  return adjusted;
}
