import type {Rank} from "./rank.js";
import type {Text} from "./text.js";

/**
 * A number together with all it rests on. Nothing is shown to a reader in any other form,
 * so rank and base cannot be lost on the way to a page, a table or a download.
 */
export interface Quantity {
  /** Stable, language-neutral: what `[[id]]` in prose names. */
  id: string;
  label: Text;
  rank: Rank;
  /** "proportion" (0 to 1) or what is counted. */
  unit: "proportion" | "count";
  /** The printed value, or null where only a range is known. A proportion is 0 to 1. */
  value: number | null;
  /** Least and greatest value that fits, rounding included; equal to value for a count. */
  low: number;
  high: number;
  /** Of whom. */
  base: Text;
  /** When it held. */
  time: Text;
  /** Where a reader finds the source of each number this one is made of: claim or context ids. */
  claims: readonly string[];
  /** Who is credited for it. */
  source: Text;
  /** The source’s own hedge on the number: it says “nearly”, “about”, “just over” or “over”. */
  approximate?: Approximation;
}

/** How a source itself says that a number is not exact. */
export type Approximation = "nearly" | "about" | "justOver" | "over";

/** Half of the last printed digit: a printed whole per cent may stand for this much less or more. */
const roundingOf = (value: number) => (Number.isInteger(value) ? 0.5 : 0.05) / 100;

/**
 * Least and greatest proportion that prints as `percent`.
 *
 * @param percent a published percentage, 0 to 100, whole or with one decimal
 */
export function roundingRange(percent: number): {low: number; high: number} {
  const half = roundingOf(percent);
  return {low: Math.max(0, percent / 100 - half), high: Math.min(1, percent / 100 + half)};
}

type Derivation = Pick<Quantity, "id" | "label" | "time"> & Partial<Pick<Quantity, "base">>;

/** A share of a share: `share` is of those that `whole` counts; the result is of the whole's own base. */
export function shareOfShare(whole: Quantity, share: Quantity, name: Derivation): Quantity {
  return combine([whole, share], "derived", name, {
    value: product(whole.value, share.value),
    low: whole.low * share.low,
    high: whole.high * share.high,
  });
}

/** What `more` holds beyond `less`, where all of `less` is part of `more`. */
export function beyond(more: Quantity, less: Quantity, name: Derivation): Quantity {
  return combine([more, less], "derived", name, {
    value: more.value === null || less.value === null ? null : more.value - less.value,
    low: Math.max(0, more.low - less.high),
    high: more.high - less.low,
  });
}

/** All that are not in `part`. */
export function rest(part: Quantity, name: Derivation): Quantity {
  return combine([part], "derived", name, {
    value: part.value === null ? null : 1 - part.value,
    low: 1 - part.high,
    high: 1 - part.low,
  });
}

/**
 * Those in `a` that are not in `b`, when nothing is known of how the two overlap.
 * Source: Fréchet (1951), the least and greatest probability of a joint event with given margins.
 */
export function withoutOverlapKnown(a: Quantity, b: Quantity, name: Derivation): Quantity {
  return combine([a, b], "bounded", name, {
    value: null,
    low: Math.max(0, a.low - b.high),
    high: Math.min(a.high, 1 - b.low),
  });
}

/** A share of something whose own size has no printed value, only a greatest one. */
export function shareOfAtMost(atMost: Quantity, share: Quantity, name: Derivation): Quantity {
  return combine([atMost, share], "bounded", name, {value: null, low: 0, high: atMost.high * share.high});
}

function product(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a * b;
}

function combine(
  parts: readonly Quantity[],
  rank: Rank,
  name: Derivation,
  range: Pick<Quantity, "value" | "low" | "high">,
): Quantity {
  const [first] = parts;
  return {
    ...name,
    ...range,
    rank,
    unit: "proportion",
    base: name.base ?? first.base,
    claims: [...new Set(parts.flatMap((part) => part.claims))],
    source: first.source,
  };
}
