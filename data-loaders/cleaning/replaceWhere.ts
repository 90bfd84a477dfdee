import type {ChangeGroup} from "../../src/lib/respondents/cleaning.js";
import {type DraftColumn, withValue} from "./draft.js";
import {pushTo} from "./pushTo.js";

/** A column with another value in the rows that are marked, and on record what stood there, unless it was blank. */
export function replaceWhere(
  column: DraftColumn,
  isMarked: (row: number) => boolean,
  {value, rule, rowNumbers}: {value: string; rule: string; rowNumbers: Int32Array},
): {column: DraftColumn; changes: ChangeGroup[]} {
  const {name} = column;
  const {values, code} = withValue(column.values, value);
  const blank = values.indexOf("");
  const codes = column.codes.slice();
  const rows = new Map<number, number[]>();
  for (let row = 0; row < codes.length; row++) {
    const old = codes[row];
    if (old === code || !isMarked(row)) continue;
    if (old !== blank) pushTo(rows, old, rowNumbers[row]);
    codes[row] = code;
  }
  const changes = [...rows].map(([old, changed]) => ({
    rule,
    column: name,
    before: values[old],
    after: value,
    rows: Int32Array.from(changed),
  }));
  return {column: {name, codes, values}, changes};
}
