import {memoize} from "../../memoize.js";
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
  /** Where rows are of several respondents: how weights differ in each, as `Design.spread`. */
  spread?: Float64Array;
  /** By row a number, the same for rows of respondents who were drawn alike. */
  drawnOf?: Int32Array;
}

/** How many digits of a key stand for the lack of a response: reasons come first, then categories. */
export const missingCodes = reasons.length;

const digits = ({categories}: {categories: readonly string[]}) => missingCodes + categories.length;
export const digitOf = (code: number) => (code < 0 ? -1 - code : missingCodes + code);
export const codeOfDigit = (digit: number) => (digit < missingCodes ? -1 - digit : digit - missingCodes);

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
  return tallier(columns.slice(0, -1), rows)(columns.at(-1));
}

/** Counts respondents by columns, and by these and whichever other it is then asked for, with what they share worked out once. */
export function tallier(shared: readonly TallyColumn[], rows: number): (other?: TallyColumn) => PackedTally {
  const keys = keysOf(shared, rows);
  return (other) => {
    const columns = other ? [...shared, other] : shared;
    const places = placesOf(columns);
    const isDense = places <= Math.min(dense, perRow * rows);
    if (isDense) return packCounted(columns, other ? countBoth(keys, other, places) : countDensely(keys, places));
    return packCounted(columns, countSparsely(other ? withDigits(keys, places, other) : keys));
  };
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

/** How many combinations are possible. */
function placesOf(columns: readonly TallyColumn[]): number {
  const places = columns.reduce((product, column) => product * digits(column), 1);
  if (places > Number.MAX_SAFE_INTEGER)
    throw new Error(`too many combinations: ${columns.map(({name}) => name).join(", ")}`);
  return places;
}

/** Whole numbers row by row, in as few bytes as they need: loops over a million are as quick as memory is. */
type Keys = Uint8Array | Uint16Array | Int32Array | Float64Array;

function keysFor(places: number, rows: number): Keys {
  if (places <= 2 ** 8) return new Uint8Array(rows);
  if (places <= 2 ** 16) return new Uint16Array(rows);
  return places <= 2 ** 31 ? new Int32Array(rows) : new Float64Array(rows);
}

/** The digit of each row, found once. */
const digitsOf = memoize((column: TallyColumn): Keys => {
  const {codes} = column;
  const found = keysFor(digits(column), codes.length);
  for (let row = 0; row < found.length; row++) found[row] = digitOf(codes[row]);
  return found;
});

function keysOf(columns: readonly TallyColumn[], rows: number): Keys {
  let [keys, places]: [Keys, number] = [new Uint8Array(rows), 1];
  placesOf(columns);
  for (const column of columns) {
    places *= digits(column);
    keys = column === columns[0] ? digitsOf(column) : withDigits(keys, places, column);
  }
  return keys;
}

/** Keys with another column’s digit at their end. @param places how many they can then be */
function withDigits(keys: Keys, places: number, column: TallyColumn): Keys {
  const size = digits(column);
  const added = digitsOf(column);
  const longer = keysFor(places, keys.length);
  for (let row = 0; row < longer.length; row++) longer[row] = keys[row] * size + added[row];
  return longer;
}

/** Each key with how many rows have it, in ascending order. */
function countDensely(keys: Keys, places: number): [number, number][] {
  const counts = new Uint32Array(places);
  for (let row = 0; row < keys.length; row++) counts[keys[row]]++;
  return counted(counts);
}

/** The same with another column’s digit at the end of each, in one pass. */
function countBoth(keys: Keys, column: TallyColumn, places: number): [number, number][] {
  const size = digits(column);
  const added = digitsOf(column);
  const counts = new Uint32Array(places);
  for (let row = 0; row < keys.length; row++) counts[keys[row] * size + added[row]]++;
  return counted(counts);
}

function counted(counts: Uint32Array): [number, number][] {
  const found: [number, number][] = [];
  for (let key = 0; key < counts.length; key++) if (counts[key] > 0) found.push([key, counts[key]]);
  return found;
}

function countSparsely(keys: Keys): [number, number][] {
  const sorted = keys.slice().sort();
  const found: [number, number][] = [];
  for (let row = 0, from = 0; row < sorted.length; row++) {
    if (row + 1 < sorted.length && sorted[row + 1] === sorted[row]) continue;
    found.push([sorted[row], row + 1 - from]);
    from = row + 1;
  }
  return found;
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
      column.codes[row] = codeOfDigit(left % size);
      left = Math.floor(left / size);
    }
  }
  return {counts: Float64Array.from(counts), columns: new Map(unpacked.map((column) => [column.name, column]))};
}

/** The same tally with columns of one category that all respondents are in. */
export function withConstant(
  {columns, ...tally}: ExplorerTally,
  constant: readonly Omit<TallyColumn, "codes">[],
): ExplorerTally {
  const rows = tally.counts.length;
  const all = constant.map((column) => [column.name, {...column, codes: new Int32Array(rows)}] as const);
  return {...tally, columns: new Map([...columns, ...all])};
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
