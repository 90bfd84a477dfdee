import {baseOf} from "../statistics/base.js";
import {countTable, type TwoWay} from "../statistics/crosstab.js";
import {type Design, ofProcess} from "../statistics/design.js";
import {noAnswer} from "../statistics/tally.js";
import {adjustP} from "../statistics/tests/adjustP.js";
import {cramersV} from "../statistics/tests/cramersV.js";
import {type AdjustedPair, type PairTest, pairTests, writeLetters} from "../statistics/tests/letters.js";
import {
  fixedDraws,
  type PermutationOptions,
  permutationP,
  type TableRespondents,
} from "../statistics/tests/permutationTest.js";
import {type RaoScottTest, raoScott} from "../statistics/tests/raoScott.js";
import {isSparse} from "../statistics/tests/sparse.js";
import type {Counts} from "./counts/countRespondents.js";
import {designOf, type TableWeights} from "./tableWeights.js";
import type {TableRequest, Tabulated} from "./tabulate.js";
import {classColumn} from "./variable.js";

/** Why a table’s rows and columns cannot be tested for an association. */
export type NoTest =
  /** There are no columns but that of everybody. */
  | "noColumns"
  /** A multiple response, whose categories overlap. */
  | "multipleResponse"
  /** The table shows means. */
  | "mean"
  /** What the register knows is no process. */
  | "register"
  /** Nobody is in the table. */
  | "nobody"
  /** All respondents are in one row, or in one column. */
  | "oneCategory"
  /** Too few respondents, or too many empty cells. */
  | "tooFew";

/** Whether rows and columns are associated, and how strongly. */
export type AssociationTest = {
  /** From 0, no association, to 1. */
  cramersV: number;
  p: number;
} & (({method: "raoScott"} & Omit<RaoScottTest, "p">) | {method: "permutation"; draws: number});

/** The test of a table, or why there is none. */
export type TableTest = {test: AssociationTest; reason: null} | {test: null; reason: NoTest};

/** A table of more respondents is not dealt anew thousands of times. */
const mostDealt = 20_000;

/**
 * Whether the rows and columns of a table are associated in the process behind the answers: the answers are taken as a
 * sample of it, without a finite population. By Rao and Scott’s test, or, where counts are small, by dealing the answers
 * anew. Who is in none of the categories shown counts as one category more.
 */
export function associationOf(
  {table, request, weights, counted, columnWeights}: Tabulated,
  {draws = fixedDraws}: Pick<PermutationOptions, "draws"> = {},
): TableTest {
  const {rowVariable, columnVariable, measure} = table;
  if (measure === "mean") return none("mean");
  if (!columnVariable) return none("noColumns");
  if (rowVariable.type === "multiple" || columnVariable.type === "multiple") return none("multipleResponse");
  if (rowVariable.type === "register" && columnVariable.type === "register") return none("register");
  const [[counts]] = counted;
  if (!weights || counts.inside.every((n) => n === 0)) return none("nobody");
  const people = peopleOf(counts, weights, {columnWeights, withRest: true});
  const {design, twoWay} = people;
  const crossed = countTable(design, twoWay);
  if (categoriesChosen(crossed.unweightedCount).some((chosen) => chosen < 2)) return none("oneCategory");
  const effect = cramersV(crossed);
  const n = crossed.unweightedBase.reduce((sum, each) => sum + each, 0);
  const process = ofProcess(design);
  const hasSpread = baseOf(process, twoWay.domain).degreesOfFreedom >= 1;
  const test = hasSpread && !isSparse(crossed) ? raoScott(process, twoWay) : null;
  if (test) return {test: {method: "raoScott", cramersV: effect, ...test}, reason: null};
  if (n > mostDealt) return none("tooFew");
  const p = permutationP(oneByOne(people, isByClass(request)), {draws});
  return {test: {method: "permutation", cramersV: effect, p, draws}, reason: null};
}

const none = (reason: NoTest): TableTest => ({test: null, reason});

/** Greatest adjusted p that gives a letter. */
const alpha = 0.05;

/** Pairs of columns compared, row by row, and the letters that say which are higher. */
export interface Differences {
  /** Of the columns of the table without that of everybody, all with a p adjusted by Holm’s method over the whole table. */
  pairs: readonly AdjustedPair[];
  /** By [row][column] the columns that this one is above: A for the first, B for the next. */
  letters: string[][];
}

/**
 * How the columns of a table differ in the process behind the answers. Each option of a multiple response is tested among
 * those who answered the question. Null of a table that does not show shares of its columns, whose columns overlap, or
 * that the register knows.
 */
export function differencesOf(tabulated: Tabulated): Differences | null {
  const {table, weights} = tabulated;
  const {rows, columns, columnVariable, rowVariable, measure} = table;
  if (measure !== "columnPercent" || !columnVariable || columnVariable.type === "multiple") return null;
  if (rowVariable.type === "register" && columnVariable.type === "register") return null;
  const tests = weights ? testsOf(tabulated, weights) : [];
  const adjusted = adjustP(tests.map(({p}) => p));
  const shown = (lines: readonly {code: string}[]) => ({
    codes: new Int32Array(),
    categories: lines.map(({code}) => code),
  });
  const {letters, tests: pairs} = writeLetters(
    tests.map((test, i) => ({...test, adjustedP: adjusted[i] as number})),
    {row: shown(rows), column: shown(columns.slice(1))},
    alpha,
  );
  return {pairs, letters};
}

/** The pairs of columns of all rows, the rows as the table numbers them. */
function testsOf({table, counted, columnWeights}: Tabulated, weights: TableWeights): PairTest[] {
  const isOneColumn = counted.length === 1;
  return counted.flatMap(([counts], part) => {
    const {design, twoWay} = peopleOf(counts, weights, {columnWeights, withRest: false});
    const shown = pairTests(ofProcess(design), twoWay).filter(({row}) => row < (isOneColumn ? table.rows.length : 1));
    return shown.map((test) => (isOneColumn ? test : {...test, row: part}));
  });
}

/** Respondents of a table as a tally, in the order of cells of the register, rows and columns. */
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
  const {cells, rows, columns, inside, respondents} = counts;
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
      domain: Uint8Array.from(found, ({row}) => (row === noAnswer ? 0 : 1)),
    },
  };
}

const numbered = (length: number) => Array.from({length}, (_, index) => String(index));

/** True of a table by what tells the classes apart: dealing answers within classes would change nothing. */
function isByClass({rows, columns}: TableRequest): boolean {
  return [rows, columns].some((variable) => variable?.categories.some(({column}) => column === classColumn));
}

/** Those in the table one by one, all in one class if answers are to be dealt among all. */
function oneByOne({design, twoWay: {row, column}}: People, amongAll: boolean): TableRespondents {
  const people = [...design.count.keys()].flatMap((i) =>
    row.codes[i] === noAnswer || column.codes[i] === noAnswer ? [] : new Array<number>(design.count[i]).fill(i),
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

/** How many rows and how many columns have respondents. */
function categoriesChosen(counts: readonly Float64Array[]): [rows: number, columns: number] {
  const chosenColumns = counts[0].filter((_, c) => counts.some((row) => row[c] > 0));
  return [counts.filter((row) => row.some((n) => n > 0)).length, chosenColumns.length];
}
