/** Variances that can be drawn with: below, counts are poorly protected; above, the integers of the sampler would overflow. */
export const leastVariance = 6;
export const greatestVariance = 10_000;
export const usualVariance = 12;

/** Above which of these a file is not built. Gains are of the share guessed right, over guessing from the totals: 0 to 1. */
export interface AttackThresholds {
  /** Share of true counts that differencing gets right to the unit. */
  exact: number;
  /** Share of true counts that linear programs bound closely. */
  narrow: number;
  /** Gain of one who knows all other answers, over all questions, and in the worst one. */
  others: number;
  othersWorst: number;
  /** Gain of two respondents in small groups. */
  coalition: number;
  /** Gain in telling which groups all answered alike, or never gave an answer. */
  telling: number;
}

/** What an owner who says nothing gets. */
export const usualThresholds: AttackThresholds = {
  exact: 0.25,
  narrow: 0.01,
  others: 0.15,
  othersWorst: 0.35,
  coalition: 0.15,
  telling: 0.1,
};

/** What the owner of a file says of its noise. */
export interface NoiseSettings {
  /** σ² of each count. */
  variance: number;
  /** Names of two questions each that are counted by each other. */
  pairs: readonly (readonly [string, string])[];
  thresholds: AttackThresholds;
}

export const usualNoise: NoiseSettings = {variance: usualVariance, pairs: [], thresholds: usualThresholds};
