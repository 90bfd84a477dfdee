import {type Reason, reasonOf} from "../../../src/lib/respondents/respondents.js";
import {type PackedTally, unpackTally} from "../../../src/lib/table/counts/tally.js";

/** Where counts of respondents come from: the rows of a file, or what a database counted of rows that are not here. */
export interface Counts {
  /**
   * Respondents by columns of different questions, numbers in the bands that are shown. Columns stand in the order of
   * the codebook, after those of the register.
   *
   * @throws Error when there are more possible combinations than whole numbers, or a source has not counted this one
   */
  combination(columns: readonly string[]): PackedTally;
  /** The same with the numbers of one column by themselves; null of a source whose rows are sent. */
  byNumber: ((column: string, other?: string) => PackedTally) | null;
  /** How many answered a question, by the names of its columns. */
  answered(columns: readonly string[]): number;
}

/** How many have no response in a column, by reason; reasons that nobody has are left out. */
export function missingIn(counts: Counts, column: string): Partial<Record<Reason, number>> {
  const tally = unpackTally(counts.combination([column]));
  const {codes = new Int32Array()} = tally.columns.get(column) ?? {};
  const found: Partial<Record<Reason, number>> = {};
  for (const row of [...codes.keys()].reverse()) {
    if (codes[row] >= 0) continue;
    const reason = reasonOf(codes[row]);
    found[reason] = (found[reason] ?? 0) + tally.counts[row];
  }
  return found;
}

/** Bands as a tally names them: by the first number of each. */
export const bandCodes = (categories: readonly {of: readonly string[]}[]) => categories.map(({of}) => of[0]);
