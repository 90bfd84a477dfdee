import {type ResponseColumn, reasons} from "../../respondents/respondents.js";

/**
 * Respondents counted by all combinations of some columns that occur, as the browser is sent them. The codes of a
 * combination are the digits of one number, its key, the first column's in front; `steps` are the differences between
 * the keys in ascending order. What lies close together is written short, and compresses well.
 */
export interface PackedTally {
  columns: readonly {name: string; categories: readonly string[]}[];
  steps: readonly number[];
  counts: readonly number[];
}

/** A column of respondents, or of combinations: row by row a category, or why there is none. */
export type TallyColumn = Pick<ResponseColumn, "name" | "categories" | "codes">;

/** Columns that a table is counted in. Each row is one respondent, or all that have the same combination. */
export interface ExplorerTally {
  /** Respondents in each row. */
  counts: Float64Array;
  columns: ReadonlyMap<string, TallyColumn>;
  /** What each respondent weighs, of a sample with weights of its own: each row is then one respondent. */
  weights?: SampleWeights;
}

/** Respondent by respondent. */
export interface SampleWeights {
  weight: Float64Array;
  /** The weights before they were calibrated; left out where they were not. */
  designWeight?: Float64Array;
}

/** How many digits of a key stand for the lack of a response: reasons come first, then categories. */
export const missingCodes = reasons.length;

const digits = ({categories}: {categories: readonly string[]}) => missingCodes + categories.length;
const digitOf = (code: number) => (code < 0 ? -1 - code : missingCodes + code);
const codeOf = (digit: number) => (digit < missingCodes ? -1 - digit : digit - missingCodes);

/** Respondents as they are, one in each row. */
export function respondentsTally(
  columns: readonly TallyColumn[],
  rows: number,
  weights?: SampleWeights,
): ExplorerTally {
  const byName = new Map(columns.map((column) => [column.name, column]));
  return {counts: new Float64Array(rows).fill(1), columns: byName, ...(weights && {weights})};
}

/**
 * Counts respondents by columns.
 *
 * @param columns codes row by row as in `TallyColumn`
 * @throws Error when there are more possible combinations than whole numbers
 */
export function packTally(columns: readonly TallyColumn[], rows: number): PackedTally {
  const packed = packTallyWithin(columns, rows, Number.POSITIVE_INFINITY);
  if (!packed) throw new Error(`too many combinations: ${columns.map(({name}) => name).join(", ")}`);
  return packed;
}

/** The same, or null where it would have more rows than `most`, or more possible combinations than whole numbers. */
export function packTallyWithin(columns: readonly TallyColumn[], rows: number, most: number): PackedTally | null {
  const combinations = columns.reduce((product, column) => product * digits(column), 1);
  if (combinations > Number.MAX_SAFE_INTEGER) return null;
  const counted =
    combinations <= Math.min(dense, perRow * rows)
      ? countDensely(columns, rows, combinations)
      : countSparsely(columns, rows, most);
  return counted && counted.length <= most ? packCounted(columns, counted) : null;
}

/** A tally of combinations that are counted already: keys in ascending order, each with its respondents. */
export function packCounted(
  columns: readonly Pick<TallyColumn, "name" | "categories">[],
  counted: readonly (readonly [number, number])[],
): PackedTally {
  let last = 0;
  return {
    columns: columns.map(({name, categories}) => ({name, categories})),
    steps: counted.map(([key]) => {
      const step = key - last;
      last = key;
      return step;
    }),
    counts: counted.map(([, count]) => count),
  };
}

/** Up to so many combinations, and so many for each respondent, each has a place of its own while they are counted. */
const dense = 2 ** 22;
const perRow = 32;

function countDensely(columns: readonly TallyColumn[], rows: number, combinations: number): [number, number][] {
  const counts = new Uint32Array(combinations);
  for (let row = 0; row < rows; row++) counts[keyOf(columns, row)]++;
  const counted: [number, number][] = [];
  for (let key = 0; key < combinations; key++) if (counts[key] > 0) counted.push([key, counts[key]]);
  return counted;
}

/** Null as soon as there are more combinations than `most`. */
function countSparsely(columns: readonly TallyColumn[], rows: number, most: number): [number, number][] | null {
  const counts = new Map<number, number>();
  for (let row = 0; row < rows; row++) {
    const key = keyOf(columns, row);
    counts.set(key, (counts.get(key) ?? 0) + 1);
    if (counts.size > most) return null;
  }
  return [...counts].sort(([a], [b]) => a - b);
}

function keyOf(columns: readonly TallyColumn[], row: number): number {
  let key = 0;
  for (const column of columns) key = key * digits(column) + digitOf(column.codes[row]);
  return key;
}

/** A tally to count in, from what was sent. */
export function unpackTally({columns, steps, counts}: PackedTally): ExplorerTally {
  const unpacked = columns.map((column) => ({...column, codes: new Int32Array(steps.length)}));
  const backwards = unpacked.toReversed();
  let key = 0;
  for (const [row, step] of steps.entries()) {
    key += step;
    let left = key;
    for (const column of backwards) {
      const size = digits(column);
      column.codes[row] = codeOf(left % size);
      left = Math.floor(left / size);
    }
  }
  return {counts: Float64Array.from(counts), columns: new Map(unpacked.map((column) => [column.name, column]))};
}

/** The first tally that has all of these columns, or says that there is none. */
export function tallyWith(tallies: readonly ExplorerTally[], names: readonly string[]): ExplorerTally {
  const found = tallies.find(({columns}) => names.every((name) => columns.has(name)));
  if (!found) throw new Error(`no tally of these columns: ${names.join(", ")}`);
  return found;
}

/** Code of a category or a reason in a tally's column. */
export function columnOf({columns}: ExplorerTally, name: string): TallyColumn {
  const column = columns.get(name);
  if (!column) throw new Error(`a tally without a column: ${name}`);
  return column;
}
