import type {Codebook, Condition} from "../../src/lib/respondents/codebook.js";
import {type Draft, type DraftColumn, isResponse, notAskedValue, optionColumn, optionValues} from "./draft.js";

/** Whether a condition holds of a row: no, yes, or no one can tell. */
export const truth = {no: 0, yes: 1, unknown: 2} as const;

/** Row by row, whether all conditions hold. No conditions hold of every row. */
export function allHold(conditions: readonly Condition[], draft: Draft, codebook: Codebook): Uint8Array {
  const all = new Uint8Array(draft.rowNumbers.length).fill(truth.yes);
  for (const condition of conditions) {
    const one = holds(condition, draft, codebook);
    for (let row = 0; row < all.length; row++) {
      if (all[row] !== truth.no && one[row] !== truth.yes) all[row] = one[row];
    }
  }
  return all;
}

function holds({variable: name, codes}: Condition, draft: Draft, codebook: Codebook): Uint8Array {
  const variable = codebook.variables.find((each) => each.name === name);
  const rows = draft.rowNumbers.length;
  if (variable?.type !== "multiple")
    return ofColumn(draft.columns.get(name), rows, (value) => codes.some((code) => isOf(value, code)));
  return anyHolds(
    codes.map((code) => {
      const option = draft.columns.get(optionColumn(name, code.replace(/^!/, "")));
      const wanted = code.startsWith("!") ? optionValues.notChosen : optionValues.chosen;
      return ofColumn(option, rows, (value) => value === wanted);
    }),
    rows,
  );
}

function isOf(value: string, code: string): boolean {
  if (code.startsWith("!")) return value !== code.slice(1);
  return code.endsWith("+") ? Number(value) >= Number(code.slice(0, -1)) : value === code;
}

/** Of a question that was not asked no condition holds; of one that was not answered no one can tell. */
function ofColumn(column: DraftColumn | undefined, rows: number, isMet: (value: string) => boolean): Uint8Array {
  if (!column) return new Uint8Array(rows).fill(truth.unknown);
  const of = column.values.map((value) => {
    if (value === notAskedValue) return truth.no;
    return isResponse(value) ? (isMet(value) ? truth.yes : truth.no) : truth.unknown;
  });
  const answers = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) answers[row] = of[column.codes[row]];
  return answers;
}

function anyHolds(each: readonly Uint8Array[], rows: number): Uint8Array {
  const any = new Uint8Array(rows).fill(truth.no);
  for (const one of each) {
    for (let row = 0; row < rows; row++) {
      if (any[row] !== truth.yes && one[row] !== truth.no) any[row] = one[row];
    }
  }
  return any;
}
