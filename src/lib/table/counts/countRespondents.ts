import {getOrMake, memoize} from "../../memoize.js";
import {reasons} from "../../respondents/respondents.js";
import {columnsOf, type ExploredCategory} from "../variable.js";
import type {Cells} from "./cells.js";
import {columnOf, type ExplorerTally, missingCodes, type TallyColumn} from "./tally.js";

/** What a reader filters by: one of these categories of a variable. */
export interface Filter {
  variable: string;
  categories: readonly ExploredCategory[];
}

/** By row of a tally 1 for those whom the filters leave in, 0 for the others. */
export type Membership = Uint8Array;

/** Respondents by cell, row and column of a table. */
export interface Counts {
  cells: number;
  rows: number;
  columns: number;
  /** [cell][row][column] one after another. The last column has those without an answer to what the columns are about. */
  inside: Float64Array;
  /** By cell those that are weighted: all but those that were asked what is analysed and did not answer. */
  respondents: Float64Array;
  /** Those inside the filter that were asked what is analysed and did not answer. */
  unanswered: number;
}

/** Looked up of a code: a category’s index, or one of these. */
const notAsked = -1;
const noResponse = -2;

/** What each code of a column stands for in a table; `rest` of those that are in none of the categories. */
interface Lookup {
  codes: Int32Array;
  /** By code, from the least on: those of reasons are below zero. */
  indexOf: Int16Array;
  /** Categories, and one for the rest. */
  size: number;
}

/** Found once for a column and a list of categories: a change of filter asks the same again. */
const lookUp = memoize((column: TallyColumn) =>
  memoize((shown: readonly ExploredCategory[]): Lookup => {
    const found = column.categories.map((code) => {
      const at = shown.findIndex(({of}) => of.includes(code));
      return at < 0 ? shown.length : at;
    });
    const missing = reasons.map((reason) => (reason === "notAsked" ? notAsked : noResponse)).reverse();
    return {codes: column.codes, indexOf: Int16Array.of(...missing, ...found), size: shown.length + 1};
  }),
);

function columnIn(tally: ExplorerTally, category: ExploredCategory): TallyColumn {
  return columnsOf({categories: [category]}).length > 1 ? anyOf(tally)(category) : columnOf(tally, category.column);
}

/** A column of who chose any of several options, made once; who lacks a response to one of them lacks one to all. */
const anyOf = memoize((tally: ExplorerTally) =>
  memoize((category: ExploredCategory): TallyColumn => {
    const columns = columnsOf({categories: [category]}).map((name) => columnOf(tally, name));
    const [{categories}] = columns;
    const chosen = categories.map((code) => category.of.includes(code));
    const codes = columns[0].codes.map((first, row) => {
      const all = columns.map((column) => column.codes[row]);
      return all.find((code) => code < 0) ?? all.find((code) => chosen[code]) ?? first;
    });
    return {name: category.column, categories, codes};
  }),
);

/** Of a column that categories are in; null is one row or column for everybody. */
function lookUpIn(tally: ExplorerTally, categories: readonly ExploredCategory[] | null): Lookup {
  if (categories) return lookUp(columnIn(tally, categories[0]))(categories);
  return {codes: new Int32Array(tally.counts.length), indexOf: new Int16Array(missingCodes + 1), size: 1};
}

/** Whom all filters leave in. A filter without categories leaves nobody in. */
export function membershipOf(tally: ExplorerTally, filters: readonly Filter[]): Membership {
  const members = new Uint8Array(tally.counts.length).fill(1);
  for (const {categories} of filters) {
    const options = parts(categories).map((part) => lookUpIn(tally, part));
    for (let row = 0; row < members.length; row++) if (!options.some(chosenIn(row))) members[row] = 0;
  }
  return members;
}

const chosenIn =
  (row: number) =>
  ({codes, indexOf, size}: Lookup) => {
    const at = indexOf[codes[row] + missingCodes];
    return at >= 0 && at < size - 1;
  };

/** Categories by the column that they are counted in: one part, but for a multiple response. The same list, the same parts. */
export const parts = memoize((categories: readonly ExploredCategory[]): ExploredCategory[][] => {
  const byColumn = new Map<string, ExploredCategory[]>();
  for (const category of categories) getOrMake(byColumn, category.column, () => []).push(category);
  return [...byColumn.values()];
});

/** What a table is about. */
export interface Counted {
  /** Of one column; null is one row, or column, for everybody. */
  rows: readonly ExploredCategory[] | null;
  columns: readonly ExploredCategory[] | null;
  /** What those must have answered that are weighted: the rows, or, where a table is of all, both. Default: rows. */
  analysed?: "rows" | "both";
}

/**
 * Counts those whom a filter leaves in by two sets of categories. After the categories comes one row and one column for
 * the rest, and after these one column for those without an answer. Who was asked what is analysed and did not answer is
 * not weighted; all others are, inside or outside the filter, so that a group is the same by filter and by column.
 *
 * @param cells of the same tally
 * @param membership from `membershipOf` of the same tally
 */
export function countRespondents(
  tally: ExplorerTally,
  {size: cells, cellOf}: Cells,
  membership: Membership,
  {rows, columns, analysed = "rows"}: Counted,
): Counts {
  const {counts} = tally;
  const {codes: rowCodes, indexOf: rowOf, size: height} = lookUpIn(tally, rows);
  const {codes: columnCodes, indexOf: placeOf, size} = lookUpIn(tally, columns);
  const width = size + 1;
  const inside = new Float64Array(cells * height * width);
  const respondents = new Float64Array(cells);
  let unanswered = 0;
  for (let i = 0; i < counts.length; i++) {
    const r = rowOf[rowCodes[i] + missingCodes];
    const c = placeOf[columnCodes[i] + missingCodes];
    const isInside = membership[i] === 1;
    if (r === noResponse || (analysed === "both" && c === noResponse)) {
      if (isInside) unanswered += counts[i];
      continue;
    }
    respondents[cellOf[i]] += counts[i];
    if (!isInside || r < 0 || (analysed === "both" && c < 0)) continue;
    inside[(cellOf[i] * height + r) * width + (c < 0 ? size : c)] += counts[i];
  }
  return {cells, rows: height, columns: width, inside, respondents, unanswered};
}

/** By cell how many are in a row and a column; null is any. */
export function countsByCell(counts: Counts, row: number | null, column: number | null): number[] {
  const byCell = new Array<number>(counts.cells).fill(0);
  const {cellOf, rowOf, columnOf, count} = entriesOf(counts);
  for (let at = 0; at < count.length; at++)
    if ((row === null || rowOf[at] === row) && (column === null || columnOf[at] === column))
      byCell[cellOf[at]] += count[at];
  return byCell;
}

/** Where somebody is, found once: of a large sample hardly any cell has respondents in several rows and columns. */
const entriesOf = memoize(({inside, rows, columns}: Counts) => {
  const places: number[] = [];
  for (let place = 0; place < inside.length; place++) if (inside[place] > 0) places.push(place);
  return {
    count: Float64Array.from(places, (place) => inside[place]),
    cellOf: Int32Array.from(places, (place) => Math.floor(place / (rows * columns))),
    rowOf: Int32Array.from(places, (place) => Math.floor(place / columns) % rows),
    columnOf: Int32Array.from(places, (place) => place % columns),
  };
});
