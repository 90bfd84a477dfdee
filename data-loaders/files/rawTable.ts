/** One column as it stands in a file: each distinct text once, and for each row which it has. */
export interface RawColumn {
  /** The header, or the variable's name where the format has names. */
  header: string;
  /** What the file calls the column, where the format has such labels (SPSS, Stata); else null. */
  label: string | null;
  /** Row by row an index into `values`. */
  codes: Int32Array;
  /** Distinct texts in the order in which they first appear. "" is an empty cell. */
  values: string[];
  /** What the file says a value means, by value, where the format has value labels (SPSS, Stata); else empty. */
  valueLabels: ReadonlyMap<string, string>;
  /** Values that the file itself marks as missing (SPSS user-missing, ranges worked out; `.a` to `.z` of Stata); else empty. */
  userMissing: ReadonlySet<string>;
  /** The header as it stands, of a column whose header another has before it: `header` is then numbered, `Other (2)`. */
  repeats?: string;
  /** What the file says of how the column is measured, where it says so (SPSS). */
  measure?: Measure;
}

export type Measure = "nominal" | "ordinal" | "scale";

/** A question with several answers in several columns, as the file itself names it (SPSS multiple-response sets). */
export interface RawMultipleSet {
  /** Such as `$channels`. */
  name: string;
  label: string | null;
  /** Headers of its columns. */
  columns: readonly string[];
  /** The value by which a column says that its option was chosen; null where each column holds one of the same answers. */
  counted: string | null;
  /** Whether an option's name is the label of the counted value, and not that of the column. */
  isNamedByValue: boolean;
}

export type FileFormat = "delimited" | "xlsx" | "sav" | "zsav" | "dta" | "parquet";

/** A respondents' file read and not yet understood: nothing trimmed, nothing guessed, nothing lost. */
export interface RawTable {
  /** Its name, for messages. */
  file: string;
  format: FileFormat;
  /** How it was read, for the owner: encoding, delimiter, sheet, compression. */
  details: Readonly<Record<string, string>>;
  rows: number;
  columns: RawColumn[];
  /** The number that a row has for whoever opens the file: for text the line it starts on, for a sheet its row, else which row of the data it is. */
  rowNumbers: Int32Array;
  /** Where the format names them (SPSS). */
  multipleSets?: readonly RawMultipleSet[];
  /** Header of the column that the file says it is weighted by (SPSS). */
  weightedBy?: string;
}
