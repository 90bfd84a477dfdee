import type {Codebook} from "../../../src/lib/respondents/codebook.js";
import type {MadeUp} from "../madeUp.js";
import type {FileRow, Pick} from "./fileRow.js";

/** A row on its way to the file, whose respondent is known. */
export type OwnRow = FileRow & {respondent: MadeUp};

/** What a way makes of a row. */
export interface Dirtied {
  cells: readonly [column: string, text: string][];
  /** The column in which it is on record. */
  column: string;
  /** The rule, where it hangs on the row; else the way’s. */
  rule?: string;
  /** What no one can get back: clean columns and why there is no response in them. */
  lost?: readonly [column: string, missing: number][];
}

/** One way in which files are untidy. */
export interface Defect {
  id: string;
  /** Id of the cleaning rule that meets it. */
  rule: string;
  /** In how many rows it is done. */
  times: number;
  /** What becomes of a row; null if it cannot be done there. */
  dirty(row: OwnRow, pick: Pick, codebook: Codebook): Dirtied | null;
}
