import {group} from "d3";
import {getOrMake} from "../../../src/lib/memoize.js";
import {variableOfType} from "../../../src/lib/respondents/codebook.js";
import {noAnswer} from "../../../src/lib/respondents/respondents.js";
import type {CleaningContext} from "../cleaningContext.js";
import type {Draft, DraftColumn} from "../draft.js";
import {type Identified, identifyUnit} from "../units/identifyUnit.js";

/** Name of the column of the unit's code, once it is found; no variable can have it. */
export const unitColumn = "(unit)";

/** Each pair of number and name is looked up once. */
export function units(draft: Draft, {codebook, directory}: CleaningContext): void {
  const number = draft.columns.get(variableOfType(codebook, "unitNumber")?.name ?? "");
  const name = draft.columns.get(variableOfType(codebook, "unitName")?.name ?? "");
  const stands = number ?? name;
  if (!stands) return;
  const found = new Map<string, Identified>();
  const identified = Array.from(draft.rowNumbers, (_, row) => {
    const cells = {number: textAt(number, row), name: textAt(name, row)};
    return getOrMake(found, JSON.stringify(cells), () => identifyUnit(cells, directory));
  });
  draft.put(unitsAsColumn(identified));
  recordUnits(draft, stands.name, identified);
}

const textAt = (column: DraftColumn | undefined, row: number) => column?.values[column.codes[row]] ?? "";

function unitsAsColumn(identified: readonly Identified[]): DraftColumn {
  const codeOf = new Map<string, number>();
  const codes = Int32Array.from(identified, (unit) => {
    return unit.status === "unknown" ? noAnswer : getOrMake(codeOf, unit.code, () => codeOf.size);
  });
  return {name: unitColumn, codes, values: [...codeOf.keys()]};
}

/** Steps go on record without texts, for names and numbers say who answered; what is not found is set aside. */
function recordUnits(draft: Draft, column: string, identified: readonly Identified[]): void {
  const steps: {step: string; row: number}[] = [];
  for (const [row, unit] of identified.entries()) {
    if (unit.status === "unknown") draft.setRowAside(row, "unit", unit.reason);
    else for (const step of unit.steps) steps.push({step, row});
  }
  for (const [step, used] of group(steps, (each) => each.step))
    draft.recordStep(
      step,
      column,
      used.map(({row}) => row),
    );
}
