import {type Column, noAnswer} from "../../../src/lib/statistics/column.js";

/**
 * Respondents counted by all that they have in common: one row for each distinct combination of class, weight cell and
 * answers. A file of respondents is a tally of ones. Every statistic here is the same from both.
 */
export interface Tally<Name extends string = string> {
  /** Respondents in each row. */
  count: Float64Array;
  /** Columns by name, each as long as `count`. */
  columns: Readonly<Record<Name, Column>>;
}

/** Adds up the rows that agree in every column, in the order in which they first appear. */
export function tallyRows<Name extends string>({count, columns}: Tally<Name>): Tally<Name> {
  const {rowOf, firstRows} = distinctRows(Object.values<Column>(columns), count.length);
  const sums = new Float64Array(firstRows.length);
  for (let i = 0; i < count.length; i++) sums[rowOf[i]] += count[i];
  return {count: sums, columns: mapColumns(columns, (codes) => codes.filter((_, i) => firstRows[rowOf[i]] === i))};
}

/** The rows marked 1, as when those who gave no answer are left out before the design is made. */
export function keepRows<Name extends string>({count, columns}: Tally<Name>, keep: Uint8Array): Tally<Name> {
  const kept = (_: number, i: number) => keep[i] === 1;
  return {count: count.filter(kept), columns: mapColumns(columns, (codes) => codes.filter(kept))};
}

/** Joins columns to one, whose categories are the combinations of theirs that occur; missing if any of them is. */
export function interaction(columns: readonly Column[]): Column {
  const [first, ...others] = columns;
  return others.reduce(cross, first);
}

function cross(a: Column, b: Column): Column {
  const codes = new Int32Array(a.codes.length);
  const indexOf = new Map<number, number>();
  const categories: string[] = [];
  for (let i = 0; i < codes.length; i++) {
    const missing = a.codes[i] === noAnswer || b.codes[i] === noAnswer;
    const pair = a.codes[i] * b.categories.length + b.codes[i];
    if (!missing && !indexOf.has(pair)) {
      indexOf.set(pair, categories.length);
      categories.push(`${a.categories[a.codes[i]]}, ${b.categories[b.codes[i]]}`);
    }
    codes[i] = missing ? noAnswer : (indexOf.get(pair) as number);
  }
  return {codes, categories};
}

/** Numbers the rows so that two have the same number exactly when they agree in every column. */
function distinctRows(columns: readonly Column[], rows: number) {
  let rowOf = new Int32Array(rows);
  let firstRows = rows > 0 ? [0] : [];
  for (const {codes, categories} of columns) {
    const numberOf = new Map<number, number>();
    const refined = new Int32Array(rows);
    firstRows = [];
    for (let i = 0; i < rows; i++) {
      const key = rowOf[i] * (categories.length + 1) + codes[i] + 1;
      let number = numberOf.get(key);
      if (number === undefined) {
        number = firstRows.push(i) - 1;
        numberOf.set(key, number);
      }
      refined[i] = number;
    }
    rowOf = refined;
  }
  return {rowOf, firstRows};
}

function mapColumns<Name extends string>(
  columns: Readonly<Record<Name, Column>>,
  change: (codes: Int32Array) => Int32Array,
): Record<Name, Column> {
  const entries = Object.entries<Column>(columns);
  const changed = entries.map(([name, {codes, categories}]) => [name, {codes: change(codes), categories}]);
  return Object.fromEntries(changed) as Record<Name, Column>;
}
