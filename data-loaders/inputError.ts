/** Where in an input a defect stands. */
export interface Whereabouts {
  file: string;
  /** Id of the row, or its number counted from 1 (the header of a table is row 1). */
  row?: string | number;
  column?: string;
  value?: unknown;
}

/** A defect in an input, named so that its owner can find and mend it. */
export class InputError extends Error {
  constructor(defect: string, {file, row, column, value}: Whereabouts) {
    const place = [file, row === undefined ? "" : `row ${row}`, column ? `column ${column}` : ""];
    const shown = value === undefined ? "" : `: ${JSON.stringify(value)}`;
    super(`${defect}${shown} (${place.filter(Boolean).join(", ")})`);
    this.name = "InputError";
  }
}
