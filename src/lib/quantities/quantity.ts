import type {Text} from "../language/text.js";
import type {Rank} from "./rank.js";

/**
 * A number together with all it rests on. Nothing is shown to a reader in any other form,
 * so rank and base cannot be lost on the way to a page, a table or a download.
 */
export interface Quantity {
  /** Stable, language-neutral: what `[[id]]` in prose names. */
  id: string;
  label: Text;
  rank: Rank;
  /** "proportion" (0 to 1), what is counted, or a mean of numbers. */
  unit: "proportion" | "count" | "mean";
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
  /** True of an estimate that no interval could be given of: its ends are the number itself, and say nothing. */
  isWithoutInterval?: boolean;
  /** Why there is no number: hidden for privacy, nobody answered, or nobody was asked. Its ends then say nothing. */
  lack?: Lack;
}

/** Why a number is not there. */
export type Lack = "suppressed" | "missing" | "notApplicable";

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
