import type {Pick} from "../../../tools/stand-in/defects/fileRow.js";

/** A table of texts on its way to a file; a row of blanks alone is a row too. */
export interface TextTable {
  header: readonly string[];
  rows: readonly (readonly string[])[];
  /** Numbers that a file which can declare values missing declares so, two at most: the codebook knows why they are missing. */
  missing: readonly string[];
}

/** A file's bytes, and for each row of the table the number that it has for whoever opens the file; null: it is no row there. */
export interface Filed {
  bytes: Uint8Array;
  rowNumbers: readonly (number | null)[];
}

/** One format, as some program writes it. */
export interface Format {
  id: string;
  /** True of a text that comes back from the file as it was. */
  canHold(text: string): boolean;
  /** What a cell says that the file itself declares missing without a word; null where a file cannot. */
  declaredMissing: string | null;
  /** @param pick chooses among what such files may do */
  write(table: TextTable, pick: Pick): Filed | Promise<Filed>;
}
