import type {Text} from "../language/text.js";

/** A group of respondents, as a county. Who answered is no answer: its size is published, but of a group that an answer makes. */
export interface ProtectedGroup {
  code: string;
  label: Text;
  /** Units in the register; null where there is none. */
  population: number | null;
  respondents: number | null;
}

/** What tables of a protected file are broken down by. */
export interface ProtectedGrouping {
  id: string;
  label: Text;
  groups: readonly ProtectedGroup[];
}

/**
 * One group's responses to one question; they are published, or suppressed, together. Not applicable where published
 * numbers say that nobody in the group was asked. A row that is suppressed is neither zero nor missing.
 */
export type ProtectedRow = {
  /** Code of the group; `all` of all respondents. */
  group: string;
} & (
  | {
      status: "published";
      /** With noise an estimate: no whole number, and it may be below zero. */
      unweightedBase: number;
      /** Respondents by category, in the table's order; with noise estimates, which add up to the base. */
      unweightedCounts: readonly number[];
    }
  | {status: "suppressed" | "notApplicable"}
);

/**
 * How much noise is in a row's numbers, in variances of one count: of an estimate 1, of its base `base`, and `shared` of the
 * two together. Greater than it is, if anything: estimates that add up have less.
 */
export interface NoiseOfTable {
  shared: number;
  base: number;
}

/** One question, or one option of a multiple response, of all respondents and by group. */
export interface ProtectedTable {
  column: string;
  variable: string;
  option: string | null;
  label: Text;
  /** Of a count its bands; without them its least number, and all above it, as `1` and `2+`. */
  categories: readonly {code: string; label: Text}[];
  /** Only of a file protected by noise. */
  noise?: NoiseOfTable;
  all: ProtectedRow;
  /** Rows by the id of the grouping, in its order of groups. */
  by: Readonly<Record<string, readonly ProtectedRow[]>>;
}

/** How often an adversary told an answer right, and how often guessing the commonest answer of all would have been. */
export interface Guessed {
  answers: number;
  right: number;
  byTotals: number;
}

/** What attacks on the tables of a file came to, in short. */
export interface AttackSummary {
  tables: number;
  /** How many versions of a table have been published at most, this one included. */
  versions: number;
  /** Differencing: true counts told to the unit, and the share that noise lets through at most. */
  exact: {counts: number; right: number; expected: number};
  /** Linear programs: true counts that are bounded closely. */
  bounds: {counts: number; narrow: number; programs: number};
  /** One who knows all other answers, over all questions and in the worst. */
  others: Guessed;
  othersWorst: Guessed & {column: string};
  /** The same over all questions after one more release in which every table is another. */
  nextRelease: Guessed;
  /** Two respondents in a small group who look for the answer of a third. */
  coalition: Guessed;
  /** Whether nobody in a group gave an answer, and whether everybody did. */
  zeros: Guessed;
  unanimous: Guessed;
}

/** All that is published of a protected file: this list of tables and nothing else. */
export interface ProtectedTables {
  codebook: string;
  rank: "standIn" | "estimated";
  /** σ² of the noise in each count, of a file protected by noise. */
  noise?: {variance: number; attacks?: AttackSummary};
  /** Respondents who must have answered for a row to be published, or with noise for its shares to be shown. */
  minimumBase: number;
  respondents: number;
  /** Respondents of each cell of the register, of a file protected by noise: who answered is no answer. */
  answeredByCell?: readonly number[];
  groupings: readonly ProtectedGrouping[];
  tables: readonly ProtectedTable[];
}
