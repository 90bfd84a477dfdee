import type {Text} from "../language/text.js";
import {baseOf} from "../statistics/base.js";
import {noAnswer} from "../statistics/column.js";
import {chosenOf, countTable, cramersV, isSparse, sum, type TwoWay} from "../statistics/countTable.js";
import {type Design, ofProcess} from "../statistics/design.js";
import {holm} from "../statistics/tests/holm.js";
import {
  type AdjustedPair,
  type PairOptions,
  type PairTest,
  pairTests,
  restOf,
  writeLetters,
} from "../statistics/tests/letters.js";
import {
  fixedDraws,
  type PermutationOptions,
  permutationP,
  type TableRespondents,
} from "../statistics/tests/permutationTest.js";
import {type RaoScottTest, raoScott} from "../statistics/tests/raoScott.js";
import {type TrendTest, trendTests} from "../statistics/tests/trendTest.js";
import type {Counts} from "./counts/countRespondents.js";
import {type ExploredTable, significant, type TableLine} from "./table.js";
import {testedBy} from "./tablePanel.js";
import {placeIn, type TableRequest} from "./tablePlaces.js";
import {designOf, type TableWeights} from "./tableWeights.js";
import type {Tabulated} from "./tabulate.js";
import {classColumn, columnsOf, orderOf} from "./variable.js";

/** Why a table’s rows and columns cannot be tested for an association. */
export type NoTest =
  /** There are no columns but that of everybody. */
  | "noColumns"
  /** Two multiple responses. */
  | "multipleResponse"
  /** The table shows means. */
  | "mean"
  /** What the register knows is no process. */
  | "register"
  /** Nobody is in the table. */
  | "nobody"
  /** All respondents are in one row, or in one column. */
  | "oneCategory"
  /** Too few respondents, or too many empty cells; of respondents drawn in clusters, who cannot be dealt anew, cells too small. */
  | "tooFew";

/** Whether rows and columns are associated, and how strongly. */
export type AssociationTest = {
  /** From 0, no association, to 1. */
  cramersV: number;
  p: number;
} & (({method: "raoScott"} & Omit<RaoScottTest, "p">) | {method: "permutation"; draws: number} | OptionTests);

/** Each option of a multiple response tested: the numbers are of the one with the least p, which is adjusted by Holm. */
interface OptionTests {
  method: "options";
  /** What that option is called. */
  option: Text;
  /** Of all options that can be tested, p as it was before. */
  tests: readonly AssociationTest[];
}

/** The test of a table, or why there is none. */
export type TableTest = {test: AssociationTest; reason: null} | {test: null; reason: NoTest};

/** A table of more respondents is not dealt anew thousands of times. */
const mostDealt = 20_000;

/**
 * Whether the rows and columns of a table are associated in the process behind the answers: the answers are taken as a
 * sample of it, without a finite population. By Rao and Scott’s test, or, where counts are small, by dealing the answers
 * anew. Who is in none of the categories shown counts as one category more. Of a multiple response each option is tested,
 * chosen or not, and all are protected together.
 */
export function associationOf(
  tabulated: Tabulated,
  {draws = fixedDraws}: Pick<PermutationOptions, "draws"> = {},
): TableTest {
  const {table, request} = tabulated;
  const {weights, counted, columnWeights} = testedBy(tabulated);
  const {rowVariable, columnVariable, measure} = table;
  if (measure === "mean") return none("mean");
  if (!columnVariable) return none("noColumns");
  const multiple = [rowVariable, columnVariable].filter(({type}) => type === "multiple").length;
  if (multiple === 2) return none("multipleResponse");
  if (rowVariable.type === "register" && columnVariable.type === "register") return none("register");
  if (!weights) return none("nobody");
  const found = counted.flat().map((counts) => testOf({request, columnWeights}, counts, {weights, draws}));
  if (multiple === 0) return found[0];
  return leastOf(found, rowVariable.type === "multiple" ? table.rows : table.columns.slice(1));
}

function testOf(
  {request, columnWeights}: Pick<Tabulated, "request" | "columnWeights">,
  counts: Counts,
  {weights, draws}: {weights: TableWeights; draws: number},
): TableTest {
  if (counts.inside.every((n) => n === 0)) return none("nobody");
  const people = peopleOf(counts, weights, {columnWeights, withRest: true});
  const {design, twoWay} = people;
  const crossed = countTable(design, twoWay);
  const chosen = chosenOf(crossed);
  if (chosen.rows.length < 2 || chosen.columns.length < 2) return none("oneCategory");
  const effect = cramersV(crossed);
  const process = ofProcess(design);
  const hasSpread = baseOf(process, twoWay.domain).degreesOfFreedom >= 1;
  const test = hasSpread && !isSparse(crossed) ? raoScott(process, twoWay) : null;
  if (test) return {test: {method: "raoScott", cramersV: effect, ...test}, reason: null};
  if (sum(crossed.unweightedBase) > mostDealt || design.clusterOf) return none("tooFew");
  const amongAll = weights.sample ? !isMixed(people) : isByClass(request);
  const p = permutationP(oneByOne(people, amongAll), {draws});
  return {test: {method: "permutation", cramersV: effect, p, draws}, reason: null};
}

/** Rows and columns are associated if an option is, though as many have been tested. */
function leastOf(found: readonly TableTest[], options: readonly TableLine[]): TableTest {
  const tested = found.flatMap(({test}, at) => (test ? [{test, option: options[at].label}] : []));
  if (tested.length === 0) return found[0];
  const tests = tested.map(({test}) => test);
  const adjusted = holm(tests.map(({p}) => p));
  const p = adjusted.reduce((least, each) => Math.min(least, each));
  const {test, option} = tested[adjusted.indexOf(p)];
  return {test: {method: "options", option, tests, cramersV: test.cramersV, p}, reason: null};
}

const none = (reason: NoTest): TableTest => ({test: null, reason});

/** Pairs of columns compared, row by row, and the letters that say which are higher. */
export interface Differences {
  /** Of the columns of the table without that of everybody, all with a p adjusted by Holm’s method over the whole table. */
  pairs: readonly AdjustedPair[];
  /** By [row][column] the columns that this one is above: A for the first, B for the next. Only of each against each. */
  letters: string[][];
}

/**
 * How the columns of a table differ in the process behind the answers, each from each, from the others together, or from
 * one of them, in shares or in means. Each option of a multiple response is tested among those who answered the question. Columns that overlap,
 * as those of a multiple response do, can be compared with the rest alone: those who did not choose the option. Null of a
 * table that does not show shares or means of its columns, or that the register knows.
 */
export function differencesOf(tabulated: Tabulated, against: PairOptions["against"] = "each"): Differences | null {
  const {table} = tabulated;
  const {rows, columns, columnVariable} = table;
  if (!isCompared(table) || !columnVariable) return null;
  if (columnVariable.type === "multiple" && against !== "rest") return null;
  const {weights, ...tested} = testedBy(tabulated);
  const tests = weights ? testsOf({...tabulated, ...tested}, weights, against) : [];
  const adjusted = holm(tests.map(({p}) => p));
  const pairs = tests.map((test, i) => ({...test, adjustedP: adjusted[i]}));
  const size = {rows: rows.length, columns: columns.length - 1};
  return {pairs, letters: against === "each" ? writeLetters(pairs, size, significant) : []};
}

/** True of a table whose columns can be compared. */
const isCompared = ({measure, rowVariable, columnVariable}: ExploredTable) =>
  (measure === "columnPercent" || measure === "mean") &&
  !(rowVariable.type === "register" && columnVariable?.type === "register");

/** A trend over the columns in one row, with its p adjusted by Holm’s method over all rows. */
export interface Trend extends TrendTest {
  adjustedP: number;
}

/**
 * How shares or means rise from column to column in the process behind the answers, where columns stand in order; none
 * elsewhere.
 */
export function trendsOf(tabulated: Tabulated): Trend[] {
  const {table, request, numbers} = tabulated;
  const {weights, counted, columnWeights} = testedBy(tabulated);
  const order = request.columns && isCompared(table) ? orderOf(request.columns) : [];
  if (!weights || order.length === 0) return [];
  const tests = counted.flatMap(([counts], part) => {
    const {design, twoWay} = peopleOf(counts, weights, {columnWeights, withRest: false});
    const found = trendTests(ofProcess(design), {...twoWay, order, ...(numbers && {numbers})});
    return found.flatMap((test) => {
      const row = table.rows.findIndex((_, at) => {
        const place = placeIn(counted.length, at);
        return place.part === part && place.at === test.row;
      });
      return row < 0 ? [] : [{...test, row}];
    });
  });
  const adjusted = holm(tests.map(({p}) => p));
  return tests.map((test, at) => ({...test, adjustedP: adjusted[at]}));
}

/** The pairs of columns of all rows, the rows as the table numbers them; the rest of a part is no row. */
function testsOf(
  {table, counted, columnWeights, numbers}: Tabulated,
  weights: TableWeights,
  against: PairOptions["against"],
): PairTest[] {
  const places = table.rows.map((_, row) => placeIn(counted.length, row));
  const isOverlapping = table.columnVariable?.type === "multiple";
  return counted.flatMap((parts, part) =>
    parts.flatMap((counts, option) => {
      const {design, twoWay} = peopleOf(counts, weights, {columnWeights, withRest: isOverlapping});
      const tests = pairTests(ofProcess(design), {
        ...twoWay,
        against: isOverlapping ? 1 : against,
        ...(numbers && {numbers}),
      });
      return tests.flatMap((test) => {
        const row = places.findIndex((place) => place.part === part && place.at === test.row);
        const pair = isOverlapping ? {a: option, b: restOf} : {};
        return row < 0 ? [] : [{...test, ...pair, row}];
      });
    }),
  );
}

/** Respondents of a table as a tally, in the order of cells, rows and columns. */
interface People {
  design: Design;
  twoWay: Required<TwoWay>;
}

interface PeopleOptions {
  /** By column, that of everybody first, the weight of each cell’s respondents. */
  columnWeights: readonly Float64Array[];
  /** True to have the rest of the columns as one column more. */
  withRest: boolean;
}

/** Counts as a tally: one row for each cell, row and column that somebody is in, and one for those of a cell outside. */
function peopleOf(counts: Counts, weights: TableWeights, {columnWeights, withRest}: PeopleOptions): People {
  const {cells, rows, columns, inside} = counts;
  const {respondents} = weights;
  const [rest, lack] = [columns - 2, columns - 1];
  const found: {cell: number; n: number; row: number; column: number}[] = [];
  for (let cell = 0; cell < cells; cell++) {
    let outside = respondents[cell];
    for (let at = 0; at < rows * columns; at++) {
      const n = inside[cell * rows * columns + at];
      const [row, place] = [Math.floor(at / columns), at % columns];
      const column = place === lack || (place === rest && !withRest) ? noAnswer : place;
      if (n > 0) found.push({cell, n, row, column});
      outside -= n;
    }
    if (outside > 0) found.push({cell, n: outside, row: noAnswer, column: noAnswer});
  }
  const weightOf = ({cell, column}: (typeof found)[number]) => (columnWeights[column + 1] ?? columnWeights[0])[cell];
  return {
    design: designOf(
      weights,
      Float64Array.from(found, ({n}) => n),
      Int32Array.from(found, ({cell}) => cell),
      Float64Array.from(found, weightOf),
    ),
    twoWay: {
      row: {codes: Int32Array.from(found, ({row}) => row), categories: numbered(rows)},
      column: {codes: Int32Array.from(found, ({column}) => column), categories: numbered(withRest ? lack : rest)},
      domain: Uint8Array.from(found, ({row}) => (row < 0 ? 0 : 1)),
    },
  };
}

const numbered = (length: number) => Array.from({length}, (_, index) => String(index));

/** True of a table by what tells the classes apart: dealing answers within classes would change nothing. */
const isByClass = ({rows, columns}: TableRequest) =>
  [rows, columns].some((variable) => variable && columnsOf(variable).includes(classColumn));

/** True where some class has several rows and several columns: else dealing answers within classes would change nothing. */
function isMixed({design: {classOf, classes}, twoWay: {row, column, domain}}: People): boolean {
  const [rows, columns] = [classes, classes].map((each) => each.map(() => new Set<number>()));
  for (const [i, h] of classOf.entries()) {
    if (!domain[i] || row.codes[i] < 0 || column.codes[i] < 0) continue;
    rows[h].add(row.codes[i]);
    columns[h].add(column.codes[i]);
  }
  return classes.some((_, h) => rows[h].size > 1 && columns[h].size > 1);
}

/** Those in the table one by one, all in one class if answers are to be dealt among all. */
function oneByOne({design, twoWay: {row, column}}: People, amongAll: boolean): TableRespondents {
  const people = [...design.count.keys()].flatMap((i) =>
    row.codes[i] < 0 || column.codes[i] < 0 ? [] : new Array<number>(design.count[i]).fill(i),
  );
  return {
    classOf: Int32Array.from(people, (i) => (amongAll ? 0 : design.classOf[i])),
    row: Int32Array.from(people, (i) => row.codes[i]),
    column: Int32Array.from(people, (i) => column.codes[i]),
    weight: Float64Array.from(people, (i) => design.weight[i]),
    rows: row.categories.length,
    columns: column.categories.length,
  };
}
