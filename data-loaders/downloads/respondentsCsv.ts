import {csvLines} from "../../src/lib/csv.js";
import type {TableColumn} from "./tableColumns.js";

/**
 * Respondents as comma-separated text, in blocks: a line for each, codes of the codebook, and for the lack of a response the
 * code that says why, so that no field is empty. All is ASCII, so there is no byte-order mark for R to stumble over, and
 * Excel needs none. `row` is where the respondent stood in the file.
 */
export function respondentsCsv(columns: readonly TableColumn[], count: number): Generator<string> {
  return csvLines(
    columns.map(({name}) => name),
    rows(columns, count),
  );
}

function* rows(columns: readonly TableColumn[], count: number) {
  for (let row = 0; row < count; row++) yield columns.map(({valueAt}) => valueAt(row));
}
