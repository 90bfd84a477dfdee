import {codeOfDigit, digitOf, missingCodes, type TallyColumn} from "./tally.js";

/** Options of a multiple response are all of these. */
const categories = ["no", "yes"];

const separator = "+";

/**
 * Several options of a multiple response as one column: each combination of answers that occurs is a category, written as a
 * digit for each option, 0 to 3 for a reason for no answer and after these one for each category.
 *
 * @throws Error when a column is of something else than an option
 */
export function joinOptions(columns: readonly TallyColumn[]): TallyColumn {
  for (const {name, categories: own} of columns)
    if (own.join() !== categories.join()) throw new Error(`not an option of a multiple response: ${name}`);
  const digits = missingCodes + categories.length;
  const places = new Int32Array(digits ** columns.length).fill(-1);
  const found: string[] = [];
  const codes = columns[0].codes.map((_, row) => {
    const key = columns.reduce((before, {codes: own}) => before * digits + digitOf(own[row]), 0);
    if (places[key] < 0) places[key] = found.push(key.toString(digits).padStart(columns.length, "0")) - 1;
    return places[key];
  });
  return {name: columns.map(({name}) => name).join(separator), categories: found, codes};
}

/** The columns of options that `joinOptions` made one column of; any other column by itself. */
export function splitOptions(joined: TallyColumn): TallyColumn[] {
  const names = joined.name.split(separator);
  if (names.length === 1) return [joined];
  return names.map((name, at) => {
    const codeOf = Int32Array.from(joined.categories, (digits) => codeOfDigit(Number(digits[at])));
    return {name, categories, codes: joined.codes.map((code) => codeOf[code])};
  });
}
