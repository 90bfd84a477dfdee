import {type AnsweredVariable, type Codebook, isAnswered, variableOfType} from "../../src/lib/respondents/codebook.js";
import {codeOfReason, type Respondents, type ResponseColumn, reasons} from "../../src/lib/respondents/respondents.js";
import {type Draft, type DraftColumn, isResponse, missingValue, optionColumn, optionValues} from "./draft.js";
import {translate} from "./rules/translate.js";
import {unitColumn} from "./rules/units.js";

/** The rows of a clean draft that are kept, in codes. Free text and names of units stay behind. */
export function encode(draft: Draft, isKept: Uint8Array, codebook: Codebook): Omit<Respondents, "rank"> {
  const kept = draft.rowNumbers.map((_, row) => row).filter((row) => isKept[row] === 1);
  const columns = [
    ...whoAndWhen(draft, codebook),
    ...codebook.variables.filter(isAnswered).flatMap((each) => answers(each, draft)),
  ];
  return {
    codebook: codebook.id,
    count: kept.length,
    rowNumbers: translate(kept, draft.rowNumbers),
    columns: columns.map(({column, ...named}) => ({...named, ...encodeColumn(column, named.categories, kept)})),
  };
}

type Named = Omit<ResponseColumn, "codes"> & {column: DraftColumn};

/** The unit or the id, and the day of submission. */
function whoAndWhen(draft: Draft, codebook: Codebook): Named[] {
  const unit = draft.columns.get(unitColumn);
  const unitName = variableOfType(codebook, "unitNumber")?.name;
  const others = (["id", "date"] as const).flatMap((type) => {
    const variable = variableOfType(codebook, type);
    const column = variable && draft.columns.get(variable.name);
    return column ? [type === "date" ? dayOf(column) : column] : [];
  });
  const columns = unit && unitName !== undefined ? [{...unit, name: unitName}, ...others] : others;
  return columns.map((column) => ({
    name: column.name,
    variable: column.name,
    option: null,
    categories: [...new Set(column.values.filter(isResponse))].sort(),
    column,
  }));
}

function dayOf({name, codes, values}: DraftColumn): DraftColumn {
  return {name, codes, values: values.map((value) => (isResponse(value) ? value.slice(0, 10) : value))};
}

function answers(variable: AnsweredVariable, draft: Draft): Named[] {
  const named = (option: string | null, categories: readonly string[]): Named => {
    const column = draft.columns.get(
      option === null ? variable.name : optionColumn(variable.name, option),
    ) as DraftColumn;
    return {
      name: option === null ? variable.name : `${variable.name}_${option}`,
      variable: variable.name,
      option,
      categories,
      column,
    };
  };
  if (variable.type === "multiple")
    return variable.categories.map(({code}) => named(code, [optionValues.notChosen, optionValues.chosen]));
  if (variable.type === "single")
    return [
      named(
        null,
        variable.categories.map(({code}) => code),
      ),
    ];
  const numbers = [...new Set(draft.columns.get(variable.name)?.values.filter(isResponse))];
  return [
    named(
      null,
      numbers.sort((a, b) => Number(a) - Number(b)),
    ),
  ];
}

function encodeColumn({codes, values}: DraftColumn, categories: readonly string[], kept: Int32Array) {
  const codeOf = new Map(categories.map((category, index) => [category, index]));
  for (const reason of reasons) codeOf.set(missingValue(reason), codeOfReason(reason));
  codeOf.set("", codeOfReason("noAnswer"));
  const newCodes = Int32Array.from(values, (value) => codeOf.get(value) ?? unknownValue(value));
  return {codes: translate(translate(kept, codes), newCodes)};
}

function unknownValue(value: string): never {
  throw new Error(`a value that no rule understood: ${JSON.stringify(value)}`);
}
