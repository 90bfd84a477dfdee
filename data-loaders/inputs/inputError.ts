import {nearest} from "../../src/lib/language/nearest.js";
import {longestShown, printable, shortened} from "./printable.js";

/** Where in an input a defect stands. */
export interface Whereabouts {
  file: string;
  /** Id of the row, or its number counted from 1 (the header of a table is row 1). */
  row?: string | number;
  column?: string;
  value?: unknown;
  /** The values that are allowed, where they can be listed: the one most like the wrong value is suggested. */
  known?: Iterable<string>;
}

/** A defect in an input, named so that its owner can find and mend it. */
export class InputError extends Error {
  /** The same without the value, for where others than the owner may read it, as in the log of a build. */
  readonly withoutValue: () => InputError;

  constructor(defect: string, {file, row, column, value, known = []}: Whereabouts) {
    const place = [file, row === undefined ? "" : `row ${row}`, column ? `column ${column}` : ""];
    const shown = value === undefined ? "" : `: ${shortened(JSON.stringify(value))}`;
    const near = typeof value === "string" && value.length < longestShown ? nearest(value, known) : null;
    const suggested = near === null ? "" : `, did you mean ${JSON.stringify(near)}?`;
    super(printable(`${defect}${shown}${suggested} (${place.filter(Boolean).join(", ")})`));
    this.name = "InputError";
    this.withoutValue = () => (value === undefined ? this : new InputError(defect, {file, row, column}));
  }
}
