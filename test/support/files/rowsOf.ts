import type {RawTable} from "../../../data-loaders/files/rawTable.js";

/** A table's rows as lists of texts, the headers first; for tests. */
export function rowsOf({columns, rows}: RawTable): string[][] {
  const header = columns.map((column) => column.header);
  return [header, ...Array.from({length: rows}, (_, row) => columns.map(({values, codes}) => values[codes[row]]))];
}
