/** One column as it stands in a file: each distinct text once, and for each row which it has. */
export interface RawColumn {
  /** The header, or the variable's name where the format has names. */
  header: string;
  /** What the file calls the column, where the format has such labels (SPSS); else null. */
  label: string | null;
  /** Row by row an index into `values`. */
  codes: Int32Array;
  /** Distinct texts in the order in which they first appear. "" is an empty cell. */
  values: string[];
  /** What the file says a value means, by value, where the format has value labels (SPSS); else empty. */
  valueLabels: ReadonlyMap<string, string>;
  /** Values that the file itself marks as missing (SPSS user-missing, ranges worked out); else empty. */
  userMissing: ReadonlySet<string>;
}

export type FileFormat = "delimited" | "xlsx" | "sav" | "zsav";

/** A respondents' file read and not yet understood: nothing trimmed, nothing guessed, nothing lost. */
export interface RawTable {
  /** Its name, for messages. */
  file: string;
  format: FileFormat;
  /** How it was read, for the owner: encoding, delimiter, sheet, compression. */
  details: Readonly<Record<string, string>>;
  rows: number;
  columns: RawColumn[];
  /** The number that a row has for whoever opens the file: for text the line it starts on, for a sheet its row, for SPSS the case. */
  rowNumbers: Int32Array;
}
