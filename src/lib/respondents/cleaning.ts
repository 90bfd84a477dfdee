import type {Text} from "../language/text.js";
import {reasonOf, type Value} from "./respondents.js";

/** One cleaning rule, as readers meet it. */
export interface RuleText {
  id: string;
  label: Text;
  /** What it does, in a sentence. */
  does: Text;
}

/**
 * Changes that are the same: one rule made one text of a column into another, in these rows. For free text and names of
 * units what stood there before and after is not kept.
 */
export interface ChangeGroup {
  rule: string;
  /** The variable, `variable.option`, or the file's header where it is no variable. */
  column: string;
  before: Value | null;
  after: Value | null;
  /** Numbers of the rows, as `RawTable.rowNumbers`. */
  rows: Int32Array;
  /** Code of the wave whose file it is, where there are several. */
  wave?: string;
}

/** A value of the record as text: a missing response by its reason, `!noAnswer`. */
export function recordedText(value: Value): string {
  return typeof value === "number" ? `!${reasonOf(value)}` : value;
}

/** A row that is no respondent. */
export interface SetAside {
  row: number;
  rule: string;
  /** Code of the reason, named in `setAsideReason`. */
  reason: string;
  /** As of changes. */
  wave?: string;
}

/** A column of the file, and what it was taken for: a variable, an option (`variable.option`), or nothing. */
export interface ColumnRead {
  /** Null in a published record where the codebook does not have it. */
  header: string | null;
  readAs: string | null;
  /** As of changes. */
  wave?: string;
  /** What it says of how respondents were drawn, where the settings name it so. */
  design?: DesignPart;
}

/** Settings that name a column of the file. */
export type DesignPart = "weight" | "strata" | "clusters" | "populations" | "panel";

/** All that happened to a file between reading and counting. Rows in = rows kept + rows set aside. */
export interface CleaningRecord {
  file: {name: string; format: string; details: Readonly<Record<string, string>>};
  rowsIn: number;
  rowsKept: number;
  /** Respondents that left a question they were asked without any answer. */
  partial: number;
  columns: readonly ColumnRead[];
  /** In the order in which they were applied. */
  rules: readonly RuleText[];
  changes: readonly ChangeGroup[];
  setAside: readonly SetAside[];
}

/** Number of single changes that a rule made; of all rules if none is named. */
export function changesBy(record: CleaningRecord, rule?: string): number {
  return record.changes
    .filter((group) => rule === undefined || group.rule === rule)
    .reduce((sum, {rows}) => sum + rows.length, 0);
}
