import type {Text} from "../language/text.js";
import type {SampleDesign} from "../respondents/sample.js";
import type {PanelDesign} from "../respondents/waves.js";
import type {WeightingClass} from "../respondents/weighting.js";
import type {Interval} from "../statistics/interval.js";

/** The measures, in the order of the menu. */
export const measures = ["columnPercent", "rowPercent", "totalPercent", "count", "mean"] as const;
/** What the cells of a table show. */
export type Measure = (typeof measures)[number];

/** How many a table’s cell counts, and what is made of it. A cell that is not published has no number. */
export type Cell =
  | {
      status: "published";
      /** Respondents in the cell. */
      unweightedCount: number;
      /** Respondents in the cell’s denominator. */
      unweightedBase: number;
      /** Sum of weights of the cell: how many of the population they stand for. */
      count: number;
      /** Sum of weights of the denominator. */
      base: number;
      /** Share of the denominator, 0 to 1; a mean, for the measure `mean`; null where nobody is in the denominator. */
      estimate: number | null;
      /** Of `estimate`; of `count` for the measure `count`. Null where the respondents cannot give one. */
      interval: Interval | null;
      standardError: number | null;
      /** Shown, but flagged: few respondents, or a wide interval. */
      lowPrecision: boolean;
    }
  | {status: "suppressed" | "missing" | "notApplicable"};

export type PublishedCell = Extract<Cell, {status: "published"}>;

/** One row or column of a table. */
export interface TableLine {
  code: string;
  label: Text;
  /** Respondents in it, of those that the table is about; null where that is suppressed. */
  unweightedBase: number | null;
  /** Sum of their weights; null where that is suppressed, or there are no weights. */
  base: number | null;
  /** Respondents who, all weighted alike, would tell as much (Kish); not of a protected file. */
  effectiveBase?: number;
}

/** Codes chosen of a variable, with their names. */
export interface NamedFilter {
  variable: string;
  label: Text;
  categories: readonly {code: string; label: Text}[];
}

/** A variable that a table is made of. */
export interface NamedVariable {
  name: string;
  label: Text;
  type: "register" | "single" | "multiple" | "count";
}

/** Respondents by two variables, in numbers to show. */
export interface ExploredTable {
  rank: "standIn" | "estimated";
  isProtected: boolean;
  /** Of a file protected by noise the variance in each count, which intervals take in. */
  noise?: {variance: number};
  measure: Measure;
  isWeighted: boolean;
  /** Confidence level of its intervals, such as 0.95. */
  level: number;
  rowVariable: NamedVariable;
  /** Null where there is only the column `all`. */
  columnVariable: NamedVariable | null;
  filters: readonly NamedFilter[];
  rows: readonly TableLine[];
  /** The first is `all`, of everybody in the table. */
  columns: readonly TableLine[];
  /** [row][column]. */
  cells: readonly (readonly Cell[])[];
  /** Respondents in the table; null where that is suppressed. */
  unweightedBase: number | null;
  /** Respondents in the table who were asked what it is about and left it unanswered. */
  unanswered: number;
  /** The classes and regions that weights were made in, merged as they were, and how they answered. */
  classes: readonly WeightingClass[];
  regions: readonly WeightingClass[];
  /** How respondents were drawn and weighted, where the survey’s owner says so. */
  sample?: SampleDesign;
  /** Where it is known who answered several waves. */
  panel?: PanelDesign;
}

/** The code of the column of everybody. */
export const allColumn = "all";

/** Fewer respondents than this are told as “3 of 4” instead of in per cent. */
export const fewestForPercent = 5;

/** An adjusted p below this makes a difference certain. */
export const significant = 0.05;

/** Of fewer respondents no mean is told. */
export const fewestForMean = 5;
