/** Counts in a row by which a table is known, and how many of them have to be different. */
const leastCounts = 8;
const leastDifferent = 4;

/** Numbers that may stand between two counts of a table, as codes and bases do, in every line the same. */
const mostBetween = 12;

/**
 * What looks for tables of true counts in what is about to be published with noise: for the same numbers in the same order,
 * at equal distances among all whole numbers of a text.
 *
 * @param tables counts as they would stand one after another
 */
export function trueCountFinder(tables: readonly (readonly number[])[]): (words: readonly string[]) => boolean {
  const known = new Map<string, (readonly number[])[]>();
  for (const counts of tables) {
    if (counts.length < leastCounts || new Set(counts).size < leastDifferent) continue;
    const key = counts.slice(0, 3).join(" ");
    known.set(key, [...(known.get(key) ?? []), counts]);
  }
  return (words) => {
    if (known.size === 0) return false;
    const numbers = words.filter((word) => /^\p{Nd}{1,9}$/u.test(word)).map(Number);
    for (let at = 0; at < numbers.length; at++)
      for (let step = 1; step <= mostBetween + 1 && at + 2 * step < numbers.length; step++) {
        const found = known.get(`${numbers[at]} ${numbers[at + step]} ${numbers[at + 2 * step]}`);
        if (found?.some((counts) => counts.every((count, k) => numbers[at + k * step] === count))) return true;
      }
    return false;
  };
}
