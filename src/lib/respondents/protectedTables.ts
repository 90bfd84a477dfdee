import type {Text} from "../language/text.js";

/** A group of respondents, as a county. Who answered is no answer: its size is published. */
export interface ProtectedGroup {
  code: string;
  label: Text;
  /** Units in the register; null where there is none. */
  population: number | null;
  respondents: number;
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
      unweightedBase: number;
      /** Respondents by category, in the table's order. */
      unweightedCounts: readonly number[];
    }
  | {status: "suppressed" | "notApplicable"}
);

/** One question, or one option of a multiple response, of all respondents and by group. */
export interface ProtectedTable {
  column: string;
  variable: string;
  option: string | null;
  label: Text;
  /** Of a count its bands; without them its least number, and all above it, as `1` and `2+`. */
  categories: readonly {code: string; label: Text}[];
  all: ProtectedRow;
  /** Rows by the id of the grouping, in its order of groups. */
  by: Readonly<Record<string, readonly ProtectedRow[]>>;
}

/** All that is published of a protected file: this list of tables and nothing else. */
export interface ProtectedTables {
  codebook: string;
  rank: "standIn" | "estimated";
  /** Respondents who must have answered for a row to be published. */
  minimumBase: number;
  respondents: number;
  groupings: readonly ProtectedGrouping[];
  tables: readonly ProtectedTable[];
}
