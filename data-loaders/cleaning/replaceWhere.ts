import type {ChangeGroup} from "../../src/lib/cleaning.js";
import type {DraftColumn} from "./draft.js";
import {pushTo} from "./pushTo.js";

/** A column with another value in the rows that are marked, and on record what stood there, unless it was blank. */
export function replaceWhere(
  column: DraftColumn,
  isMarked: (row: number) => boolean,
  {value, rule, rowNumbers}: {value: string; rule: string; rowNumbers: Int32Array},
): {column: DraftColumn; changes: ChangeGroup[]} {
  const {name, codes, values} = column;
  const code = values.includes(value) ? values.indexOf(value) : values.length;
  const rows = new Map<string, number[]>();
  const replaced = codes.map((old, row) => {
    if (values[old] === value || !isMarked(row)) return old;
    if (values[old] !== "") pushTo(rows, values[old], rowNumbers[row]);
    return code;
  });
  const changes = [...rows].map(([before, changed]) => ({
    rule,
    column: name,
    before,
    after: value,
    rows: Int32Array.from(changed),
  }));
  return {column: {name, codes: replaced, values: code === values.length ? [...values, value] : values}, changes};
}
