import {reasons} from "../respondents.js";
import {columnOf, type ExplorerTally, missingCodes, type TallyColumn} from "./tally.js";
import {classColumn, type ExploredCategory} from "./variable.js";

/** What a reader filters by: one of these categories of a variable. */
export interface Filter {
  variable: string;
  categories: readonly ExploredCategory[];
}

/** Whom a filter leaves in: by row of a tally `insideFilter`, `outsideFilter`, or `unknownToFilter`. */
export type Membership = Uint8Array;

export const outsideFilter = 0;
export const insideFilter = 1;
/** A respondent who was asked what the filter is about and did not answer. */
export const unknownToFilter = 2;

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

function lookUp({codes, categories}: TallyColumn, shown: readonly ExploredCategory[]): Lookup {
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
  for (const {categories} of filters) {
    if (categories.length === 0) return members.fill(outsideFilter);
    keepMembers(members, categories, tally);
  }
  return members;
}

function keepMembers(members: Membership, categories: readonly ExploredCategory[], tally: ExplorerTally): void {
  const [first, ...others] = parts(categories).map((part) => lookUp(columnOf(tally, part[0].column), part));
  for (let row = 0; row < members.length; row++) {
    if (members[row] === outsideFilter) continue;
    let state = stateOf(first, row);
    for (const other of others) state = either(state, stateOf(other, row));
    if (state !== insideFilter) members[row] = state;
  }
}

/** Inside if any is, unknown if any is and none is inside. */
function either(a: number, b: number): number {
  return a === insideFilter || b === insideFilter ? insideFilter : Math.max(a, b);
}

function stateOf({codes, indexOf, size}: Lookup, row: number): number {
  const found = indexOf[codes[row]];
  if (found === noResponse) return unknownToFilter;
  return found === notAsked || found === size - 1 ? outsideFilter : insideFilter;
}

/** Categories by the column that they are counted in: one part, but for a multiple response. */
export function parts(categories: readonly ExploredCategory[]): ExploredCategory[][] {
  const byColumn = new Map<string, ExploredCategory[]>();
  for (const category of categories) {
    const part = byColumn.get(category.column);
    if (part) part.push(category);
    else byColumn.set(category.column, [category]);
  }
  return [...byColumn.values()];
}

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
  const inside = new Float64Array(classes.length * height * width);
  const outside = new Float64Array(classes.length);
  let unanswered = 0;
  for (let i = 0; i < counts.length; i++) {
    const h = classOf[i] - missingCodes;
    if (membership[i] === outsideFilter) {
      outside[h] += counts[i];
      continue;
    }
    const r = rowOf[rowCodes[i]];
    const c = placeOf[columnCodes[i]];
    if (r === notAsked || c === notAsked) outside[h] += counts[i];
    else if (membership[i] === unknownToFilter || r < 0 || c < 0) unanswered += counts[i];
    else inside[(h * height + r) * width + c] += counts[i];
  }
  return {classes: classes.length, rows: height, columns: width, inside, outside, unanswered};
}
