import type {MadeUp} from "../madeUp.js";

/** A row of the file: texts by column, which is a variable or `variable.option`. A column that is not there is blank. */
export interface FileRow {
  cells: ReadonlyMap<string, string>;
  /** When it came in, ISO 8601 to the minute; rows stand in this order. */
  moment: string;
  /** The respondent that cleaning is to find in it; null where it is to be set aside. */
  respondent: MadeUp | null;
  /** What was done to it. */
  traces: readonly Trace[];
}

/** One thing done to a row, and the cleaning rule that is to undo it or to set the row aside for it. */
export interface Trace {
  way: string;
  rule: string;
  /** The column in which it was done; null where it is the whole row. */
  column: string | null;
}

/** Gives a whole number from 0 up to `count` − 1. */
export type Pick = (count: number) => number;

/** One of a list, none of it preferred. */
export function oneOf<T>(list: readonly T[], pick: Pick): T {
  return list[pick(list.length)];
}

/** The row with other texts in some of its cells. */
export function withCells(row: FileRow, cells: Iterable<[column: string, text: string]>): FileRow {
  return {...row, cells: new Map([...row.cells, ...cells])};
}
