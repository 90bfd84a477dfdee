import type {ColumnProfile} from "./columns/columnProfile.js";
import type {DraftEntry} from "./entries/draftEntry.js";

/** An entry of the codebook with the columns in which its answers stand. */
export interface Question {
  entry: DraftEntry;
  /** What was supposed, with the evidence; null of an entry that stays as a person left it. */
  because: readonly string[] | null;
  /** The column of one, or of each option with its code. */
  columns: readonly {profile: ColumnProfile; option: string | null}[];
}

/** A column that the codebook does not have. */
export interface LeftOut {
  header: string;
  because: readonly string[];
}
