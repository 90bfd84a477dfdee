import type {ChangeGroup, SetAside} from "../../../src/lib/respondents/cleaning.js";
import {variableOfType} from "../../../src/lib/respondents/codebook.js";
import {unitStepText} from "../../../src/lib/respondents/unitSteps.js";
import {type Draft, type DraftColumn, noAnswerValue, unchanged, withColumns} from "../draft.js";
import {pushTo} from "../pushTo.js";
import type {CleaningContext, Rule} from "../rule.js";
import type {Identified} from "../units/identifyUnit.js";
import {identifyUnit} from "../units/identifyUnit.js";

/** Name of the column of the unit's code, once it is found; no variable can have it. */
export const unitColumn = "(unit)";

export const units: Rule = {
  texts: [
    ...Object.entries(unitStepText).map(([id, text]) => ({id, ...text})),
    {
      id: "unit",
      label: {nb: "Hvem som svarte", en: "Who answered"},
      does: {
        nb: "En rad der det ikke går an å si hvilken kommune eller fylkeskommune som svarte, legges til side.",
        en: "A row of which no one can tell which municipality or county authority answered is set aside.",
      },
    },
  ],
  apply(draft, context) {
    const {codebook} = context;
    const numberColumn = columnOf("unitNumber", draft, codebook);
    const nameColumn = columnOf("unitName", draft, codebook);
    if (!numberColumn && !nameColumn) return unchanged(draft);
    return identifyAll(draft, numberColumn, nameColumn, context);
  },
};

function columnOf(type: "unitNumber" | "unitName", draft: Draft, codebook: CleaningContext["codebook"]) {
  return draft.columns.get(variableOfType(codebook, type)?.name ?? "");
}

/** Each pair of number and name is looked up once. */
function identifyAll(
  draft: Draft,
  number: DraftColumn | undefined,
  name: DraftColumn | undefined,
  {directory}: CleaningContext,
): ReturnType<Rule["apply"]> {
  const found = new Map<string, Identified>();
  const record = recorder(draft, (number ?? name)?.name ?? "");
  const codes = Array.from(draft.rowNumbers, (_, row) => {
    const given = {number: number?.values[number.codes[row]] ?? "", name: name?.values[name.codes[row]] ?? ""};
    const key = JSON.stringify(given);
    const identified = found.get(key) ?? identifyUnit(given, directory);
    found.set(key, identified);
    return record.row(row, identified);
  });
  const values = [...new Set(codes)];
  const indexOf = new Map(values.map((value, index) => [value, index]));
  const column = {name: unitColumn, codes: Int32Array.from(codes, (code) => indexOf.get(code) as number), values};
  return {draft: withColumns(draft, [column]), changes: record.changes(), setAside: record.setAside};
}

/** Steps as changes without texts, for names and numbers say who answered; what is not found is set aside. */
function recorder({rowNumbers}: Draft, column: string) {
  const rowsOf = new Map<string, number[]>();
  const setAside: SetAside[] = [];
  return {
    setAside,
    row(row: number, identified: Identified): string {
      if (identified.status === "unknown") {
        setAside.push({row: rowNumbers[row], rule: "unit", reason: identified.reason});
        return noAnswerValue;
      }
      for (const step of identified.steps) pushTo(rowsOf, step, rowNumbers[row]);
      return identified.code;
    },
    changes: (): ChangeGroup[] =>
      [...rowsOf].map(([rule, rows]) => ({rule, column, before: null, after: null, rows: Int32Array.from(rows)})),
  };
}
