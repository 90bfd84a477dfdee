import type {Text} from "../language/text.js";
import type {Interval} from "../statistics/interval.js";
import type {Reason} from "./respondents.js";

/** One category of a question: how many gave it, and the weighted share of those who answered. */
export interface DistributionCell {
  code: string;
  label: Text;
  /** Respondents, unweighted; null where it is suppressed. */
  count: number | null;
  /** 0 to 1, weighted but for a protected file; null where nobody answered, or it is suppressed. */
  proportion: number | null;
  /** 95 %; null where the respondents cannot give one. */
  interval: Interval | null;
}

/** All answers to one question. */
export interface Distribution {
  variable: string;
  label: Text;
  /** Respondents who answered; null where it is suppressed. */
  unweightedBase: number | null;
  /** Respondents who gave no answer, by reason; those with none are left out. */
  missing: Partial<Record<Reason, number>>;
  cells: readonly DistributionCell[];
}
