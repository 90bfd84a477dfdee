import {once} from "../once.js";
import {reasons} from "../respondents.js";
import {columnOf, type ExplorerTally, missingCodes, type TallyColumn} from "./tally.js";
import {classColumn, type ExploredCategory} from "./variable.js";

/** What a reader filters by: one of these categories of a variable. */
export interface Filter {
  variable: string;
  categories: readonly ExploredCategory[];
}

/**
 * Whom a filter leaves in: by row of a tally `insideFilter`, `outsideFilter`, or `unknownToFilter`. As bits, so that `&`
 * is what several filters say together, and `|` what several options of one do.
 */
export type Membership = Uint8Array;

export const outsideFilter = 0b00;
/** A respondent who was asked what the filter is about and did not answer. */
export const unknownToFilter = 0b01;
export const insideFilter = 0b11;

/** Respondents by class, row and column of a table. */
export interface Counts {
  classes: number;
  rows: number;
  columns: number;
  /** [class][row][column] one after another. */
  inside: Float64Array;
  /** By class those who are known to be outside the filter, or were not asked. */
  outside: Float64Array;
  /** Those who are or may be inside and left unanswered what the table is about. */
  unanswered: number;
}

/** Looked up of a code: a category’s index, or one of these. */
const notAsked = -1;
const noResponse = -2;

/** What each code of a column stands for in a table; `rest` of those that are in none of the categories. */
interface Lookup {
  codes: Uint16Array;
  indexOf: Int16Array;
  /** Categories, and one for the rest. */
  size: number;
}

/** What was looked up before, column by column and by the list of categories: a change of filter asks the same again. */
const knownLookups = once((_: TallyColumn) => new WeakMap<readonly ExploredCategory[], Lookup>());

function lookUp(column: TallyColumn, shown: readonly ExploredCategory[]): Lookup {
  const known = knownLookups(column);
  const found = known.get(shown) ?? makeLookup(column, shown);
  known.set(shown, found);
  return found;
}

function makeLookup({codes, categories}: TallyColumn, shown: readonly ExploredCategory[]): Lookup {
  const rest = shown.length;
  const found = categories.map((code) => {
    const at = shown.findIndex(({of}) => of.includes(code));
    return at < 0 ? rest : at;
  });
  const missing = reasons.map((reason) => (reason === "notAsked" ? notAsked : noResponse));
  return {codes, indexOf: Int16Array.of(...missing, ...found), size: rest + 1};
}

/** Of a column that categories are in; null is one row or column for everybody. */
function lookUpIn(tally: ExplorerTally, categories: readonly ExploredCategory[] | null): Lookup {
  if (categories) return lookUp(columnOf(tally, categories[0].column), categories);
  return {codes: new Uint16Array(tally.counts.length), indexOf: Int16Array.of(0), size: 1};
}

/** Whom all filters leave in. Outside one is outside; not known to be inside all is unknown. None is in no categories. */
export function membershipOf(tally: ExplorerTally, filters: readonly Filter[]): Membership {
  const members = new Uint8Array(tally.counts.length).fill(insideFilter);
  for (const {categories} of filters) keepMembers(members, categories, tally);
  return members;
}

function keepMembers(members: Membership, categories: readonly ExploredCategory[], tally: ExplorerTally): void {
  const [first, ...others] = parts(categories).map((part) => statesOf(columnOf(tally, part[0].column), part));
  if (!first) members.fill(outsideFilter);
  else if (others.length === 0) narrow(members, first);
  else narrowByAny(members, [first, ...others]);
}

/** What a filter says of a respondent, by the code of its column. */
interface States {
  codes: Uint16Array;
  stateOf: Uint8Array;
}

function statesOf(column: TallyColumn, chosen: readonly ExploredCategory[]): States {
  const {codes, indexOf, size} = lookUp(column, chosen);
  const stateOf = Uint8Array.from(indexOf, (at) =>
    at === noResponse ? unknownToFilter : at === notAsked || at === size - 1 ? outsideFilter : insideFilter,
  );
  return {codes, stateOf};
}

function narrow(members: Membership, {codes, stateOf}: States): void {
  for (let row = 0; row < members.length; row++) members[row] &= stateOf[codes[row]];
}

/** Inside if any option is chosen, unknown if any is unknown and none chosen. */
function narrowByAny(members: Membership, options: readonly States[]): void {
  for (let row = 0; row < members.length; row++) {
    let state = outsideFilter;
    for (const {codes, stateOf} of options) state |= stateOf[codes[row]];
    members[row] &= state;
  }
}

/** Categories by the column that they are counted in: one part, but for a multiple response. The same list, the same parts. */
export const parts = once((categories: readonly ExploredCategory[]): ExploredCategory[][] => {
  const byColumn = new Map<string, ExploredCategory[]>();
  for (const category of categories) {
    const part = byColumn.get(category.column);
    if (part) part.push(category);
    else byColumn.set(category.column, [category]);
  }
  return [...byColumn.values()];
});

/**
 * Counts those whom a filter leaves in by two sets of categories, of one column each; null is everybody. After the
 * categories comes one row and one column for the rest. Who was asked and did not answer is left out, as is
 * who may be inside the filter or not; who was not asked is outside.
 *
 * @param membership from `membershipOf` of the same tally
 */
export function countRespondents(
  tally: ExplorerTally,
  membership: Membership,
  {rows, columns}: {rows: readonly ExploredCategory[] | null; columns: readonly ExploredCategory[] | null},
): Counts {
  const {counts} = tally;
  const {codes: classOf, categories: classes} = columnOf(tally, classColumn);
  const {codes: rowCodes, indexOf: rowOf, size: height} = lookUpIn(tally, rows);
  const {codes: columnCodes, indexOf: placeOf, size: width} = lookUpIn(tally, columns);
  const {left, out} = splitBy(membership, tally);
  const inside = new Float64Array(classes.length * height * width);
  const outside = out.slice();
  let unanswered = 0;
  for (const i of left) {
    const h = classOf[i] - missingCodes;
    const r = rowOf[rowCodes[i]];
    const c = placeOf[columnCodes[i]];
    if (r >= 0 && c >= 0 && membership[i] === insideFilter) inside[(h * height + r) * width + c] += counts[i];
    else if (r === notAsked || c === notAsked) outside[h] += counts[i];
    else unanswered += counts[i];
  }
  return {classes: classes.length, rows: height, columns: width, inside, outside, unanswered};
}

/** Rows of a tally that a filter leaves in or may leave in, and respondents of the others by class. */
interface Split {
  left: Int32Array;
  out: Float64Array;
}

const knownSplits = new WeakMap<Membership, Split>();

/** Told apart once for all that is counted under the same filters. */
function splitBy(membership: Membership, tally: ExplorerTally): Split {
  const known = knownSplits.get(membership) ?? makeSplit(membership, tally);
  knownSplits.set(membership, known);
  return known;
}

function makeSplit(membership: Membership, tally: ExplorerTally): Split {
  const {codes, categories} = columnOf(tally, classColumn);
  const left = new Int32Array(membership.length);
  const out = new Float64Array(categories.length);
  let size = 0;
  for (let row = 0; row < membership.length; row++) {
    if (membership[row] === outsideFilter) out[codes[row] - missingCodes] += tally.counts[row];
    else left[size++] = row;
  }
  return {left: left.subarray(0, size), out};
}
