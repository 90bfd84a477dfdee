/** Gives numbers from 0 up to 1. */
export type Random = () => number;

/** One of the items, each as likely as the others. */
export function pick<T>(items: readonly T[], random: Random): T {
  return items[Math.floor(random() * items.length)];
}
