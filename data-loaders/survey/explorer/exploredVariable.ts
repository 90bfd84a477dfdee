import type {AnsweredVariable, Band} from "../../../src/lib/respondents/codebook.js";
import {type CountedColumn, columnName} from "../../../src/lib/respondents/respondents.js";
import {type ExploredCategory, type ExploredVariable, numberCategory} from "../../../src/lib/table/variable.js";

/** Numbers of a count that are shown one by one; the rest are one category. */
const mostNumbers = 7;

/** A question as what respondents can be counted by, from its own columns. */
export function exploredVariable(variable: AnsweredVariable, own: readonly CountedColumn[]): ExploredVariable {
  const {name, label, question, type, origin, universe} = variable;
  const isOrdered = type === "count" || (type === "single" && variable.isOrdered);
  return {name, label, question, type, isOrdered, origin, universe, categories: categoriesOf(variable, own)};
}

function categoriesOf(variable: AnsweredVariable, own: readonly CountedColumn[]): ExploredCategory[] {
  if (variable.type === "count") return variable.bands ? banded(own[0], variable.bands) : numbers(own[0]);
  return variable.categories.map(({code, label, predicate}) => ({
    code,
    label,
    ...(predicate && {predicate}),
    ...(variable.type === "multiple"
      ? {column: columnName(variable.name, code), of: ["yes"]}
      : {column: variable.name, of: [code]}),
  }));
}

/** Bands that hold a number that was given. */
function banded({name: column, categories: codes}: CountedColumn, bands: readonly Band[]): ExploredCategory[] {
  const bandOf = (number: number) => bands.findLast(({from}) => from <= number);
  return bands
    .map((band) => ({
      code: band.code,
      label: band.label,
      ...(band.predicate && {predicate: band.predicate}),
      column,
      of: codes.filter((code) => bandOf(Number(code)) === band),
    }))
    .filter(({of}) => of.length > 0);
}

/** The first numbers one by one, and all others as one. */
function numbers({name: column, categories: codes}: CountedColumn): ExploredCategory[] {
  const single = codes.length <= mostNumbers + 1 ? codes : codes.slice(0, mostNumbers);
  const rest = codes.slice(single.length);
  const one = single.map((code) => numberCategory(code, column));
  if (rest.length === 0) return one;
  const label = {nb: `${rest[0]} eller flere`, en: `${rest[0]} or more`};
  return [...one, {code: `${rest[0]}+`, label, column, of: rest}];
}
