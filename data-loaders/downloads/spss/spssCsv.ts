import {csvLines} from "../../../src/lib/table/export/csvLines.js";
import type {SpssColumn} from "./spssColumns.js";

/** The table that the R script and the SPSS syntax read, in blocks; numbers throughout, but for units and dates. */
export function spssCsv(columns: readonly SpssColumn[], count: number): Generator<string> {
  return csvLines(
    columns.map(({name}) => name),
    rows(columns, count),
  );
}

function* rows(columns: readonly SpssColumn[], count: number) {
  for (let row = 0; row < count; row++) yield columns.map(({valueAt}) => valueAt(row));
}
