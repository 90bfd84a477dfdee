/**
 * Fewest letters to put in, take out, change, or swap with their neighbour, to make one text of another; `limit + 1` when
 * more than `limit`. The restricted Damerau–Levenshtein distance (optimal string alignment), worked out only where it can
 * be within the limit.
 */
export function distanceWithin(limit: number, a: string, b: string): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({length: b.length + 1}, (_, at) => at);
  let leastBefore = 0;
  for (let row = 1; row <= a.length; row++) {
    const {next, least} = nextRow({a, b, row, limit, last, beforeLast});
    if (least > limit && leastBefore > limit) return limit + 1;
    leastBefore = least;
    [beforeLast, last] = [last, next];
  }
  return Math.min(last[b.length], limit + 1);
}

interface RowOptions {
  a: string;
  b: string;
  row: number;
  limit: number;
  last: readonly number[];
  beforeLast: readonly number[];
}

/** Distances of the first `row` letters of one text from every beginning of the other, and the least of them. */
function nextRow({a, b, row, limit, last, beforeLast}: RowOptions): {next: number[]; least: number} {
  const next = new Array<number>(b.length + 1).fill(limit + 1);
  if (row <= limit) next[0] = row;
  let least = next[0];
  for (let at = Math.max(1, row - limit); at <= Math.min(b.length, row + limit); at++) {
    const isSame = a[row - 1] === b[at - 1];
    let distance = Math.min(next[at - 1] + 1, last[at] + 1, last[at - 1] + (isSame ? 0 : 1));
    if (row > 1 && at > 1 && a[row - 1] === b[at - 2] && a[row - 2] === b[at - 1]) {
      distance = Math.min(distance, beforeLast[at - 2] + 1);
    }
    next[at] = distance;
    least = Math.min(least, distance);
  }
  return {next, least};
}
