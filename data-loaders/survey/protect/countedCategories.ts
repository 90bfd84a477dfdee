import type {Codebook, CountVariable} from "../../../src/lib/respondents/codebook.js";
import {type CodeText, categoryTexts, variableOf} from "../../../src/lib/respondents/codeTexts.js";
import type {ResponseColumn} from "../../../src/lib/respondents/respondents.js";

/** What is counted of a column of a protected file. */
export interface CountedCategories {
  categories: readonly CodeText[];
  /** Of each category of the column the index of the one that it is counted in. */
  bandOf: readonly number[];
}

/**
 * What is counted of a column. Of a count its bands; without them two, the least number and all above: a large number
 * would name its unit.
 */
export function countedCategories(codebook: Codebook, column: ResponseColumn): CountedCategories {
  const variable = variableOf(codebook, column);
  if (variable.type !== "count")
    return {categories: categoryTexts(codebook, column), bandOf: column.categories.map((_, at) => at)};
  return {categories: bandsOf(variable), bandOf: column.categories.map((code) => bandOfNumber(variable, Number(code)))};
}

function bandsOf({bands, least}: CountVariable): CodeText[] {
  if (bands) return bands.map(({code, label}) => ({code, label}));
  return [String(least), `${least + 1}+`].map((code) => ({
    code,
    label: {nb: code.replace("+", " eller flere"), en: code.replace("+", " or more")},
  }));
}

function bandOfNumber({bands, least}: CountVariable, number: number): number {
  return bands ? bands.findLastIndex(({from}) => from <= number) : Number(number !== least);
}
