import {type AnsweredVariable, type Codebook, isAnswered, variableOfType} from "../../src/lib/respondents/codebook.js";
import {columnName, noAnswer, type Respondents, type ResponseColumn} from "../../src/lib/respondents/respondents.js";
import {type Draft, type DraftColumn, optionColumn, optionValues, recode} from "./draft.js";
import {unitColumn} from "./rules/units.js";

/** Rows of a clean draft, in codes. Free text and names of units stay behind. */
export function encode(draft: Draft, kept: Int32Array, codebook: Codebook): Omit<Respondents, "rank"> {
  return {
    codebook: codebook.id,
    count: kept.length,
    rowNumbers: kept.map((row) => draft.rowNumbers[row]),
    columns: [
      ...whoAndWhen(draft, codebook),
      ...codebook.variables.filter(isAnswered).flatMap((each) => answers(each, draft)),
    ].map((column) => ({...column, codes: kept.map((row) => column.codes[row])})),
  };
}

/** The unit or the id, and the day of submission. */
function whoAndWhen({columns}: Draft, codebook: Codebook): ResponseColumn[] {
  return (["unitNumber", "id", "date"] as const).flatMap((type) => {
    const name = variableOfType(codebook, type)?.name ?? "";
    const column = columns.get(type === "unitNumber" ? unitColumn : name);
    if (!column) return [];
    const texts =
      type === "date"
        ? recode(
            column,
            column.values.map((moment) => moment.slice(0, 10)),
          )
        : column;
    const categories = [...new Set(texts.values)].filter(Boolean).sort();
    return [{name, variable: name, option: null, categories, codes: encodeColumn(texts, categories)}];
  });
}

function answers({name, ...variable}: AnsweredVariable, {columns}: Draft): ResponseColumn[] {
  const encoded = (option: string | null, categories?: readonly string[]): ResponseColumn => {
    const column = columns.get(option === null ? name : optionColumn(name, option)) as DraftColumn;
    const known = categories ?? column.values.filter(Boolean).sort((a, b) => Number(a) - Number(b));
    return {
      name: columnName(name, option),
      variable: name,
      option,
      categories: known,
      codes: encodeColumn(column, known),
    };
  };
  if (variable.type === "count") return [encoded(null)];
  const codes = variable.categories.map(({code}) => code);
  if (variable.type === "single") return [encoded(null, codes)];
  return codes.map((code) => encoded(code, [optionValues.notChosen, optionValues.chosen]));
}

function encodeColumn({codes, values}: DraftColumn, categories: readonly string[]): Int32Array {
  const codeOf = new Map(categories.map((category, index) => [category, index]));
  const newCodes = values.map((text) => (text === "" ? noAnswer : (codeOf.get(text) ?? unknownText(text))));
  return codes.map((code) => (code < 0 ? code : newCodes[code]));
}

function unknownText(text: string): never {
  throw new Error(`a value that no rule understood: ${JSON.stringify(text)}`);
}
