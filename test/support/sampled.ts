/** True during `npm run test:all`, which tries everything that `npm test` tries a fixed sample of. */
export const isWhole = process.env.TEST_ALL === "1";

/** Starting point of every random choice in a test: a run can be repeated. */
export const seed = 2011;

/** Languages that a reader’s journey is made in: texts of both are compared by other tests. */
export const journeyLangs: readonly ("nb" | "en")[] = isWhole ? ["nb", "en"] : ["nb"];

/** How often a property is tried: `few` times in `npm test`, `many` times in `npm run test:all`. */
export const runs = (few: number, many: number) => (isWhole ? many : few);

/**
 * All items in `npm run test:all`. Otherwise a fixed sample, the same in every run, with at least one item of each kind.
 *
 * @param size how many items the sample has at least, if there are so many
 * @param kind what an item is an example of; without it all items are of one kind
 */
export function sampled<T>(
  items: readonly T[],
  {size, kind = () => "any"}: {size: number; kind?: (item: T) => unknown},
): T[] {
  if (isWhole) return [...items];
  return fixedSample(items, {size, kind});
}

/** The sample that `npm test` takes. Exported for its own test. */
export function fixedSample<T>(items: readonly T[], {size, kind}: {size: number; kind: (item: T) => unknown}): T[] {
  const random = generator(seed);
  const order = items.map((_, index) => ({index, by: random()})).sort((a, b) => a.by - b.by);
  const kinds = new Set<unknown>();
  const taken = new Set<number>();
  for (const {index} of order) {
    if (kinds.has(kind(items[index]))) continue;
    kinds.add(kind(items[index]));
    taken.add(index);
  }
  for (const {index} of order) if (taken.size < size) taken.add(index);
  return items.filter((_, index) => taken.has(index));
}

/** Numbers from 0 to 1, the same for the same seed. Source: mulberry32 by Tommy Ettinger, public domain. */
function generator(state: number): () => number {
  let now = state;
  return () => {
    now = (now + 0x6d2b79f5) | 0;
    let mixed = Math.imul(now ^ (now >>> 15), 1 | now);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
