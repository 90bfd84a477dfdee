import {adjustP} from "../statistics/adjustP.js";
import {baseOf} from "../statistics/base.js";
import type {TwoWay} from "../statistics/crosstab.js";
import type {Design} from "../statistics/design.js";
import {type PairTest, pairTests, writeLetters} from "../statistics/letters.js";
import {type RaoScottTest, raoScott} from "../statistics/raoScott.js";
import {noAnswer} from "../statistics/tally.js";
import {designOf, type TableClasses} from "./classDesign.js";
import type {Counts} from "./countRespondents.js";
import type {Tabulated} from "./tabulate.js";

/** Why a table’s rows and columns cannot be tested for a link. */
export type NoTest =
  /** There are no columns but that of everybody. */
  | "noColumns"
  /** A multiple response, whose categories overlap. */
  | "multipleResponse"
  /** The table shows means. */
  | "mean"
  /** Nobody is in the table. */
  | "nobody"
  /** All respondents are in one row, or in one column. */
  | "oneCategory"
  /** All units of the classes concerned answered: what the table shows is a fact. */
  | "allAnswered"
  /** Too few respondents, or too many empty cells. */
  | "tooFew";

/** The test of a table, or why there is none. */
export type TableTest = {test: RaoScottTest; reason: null} | {test: null; reason: NoTest};

/**
 * Whether the rows and columns of a table would remain linked had all answered. Who is in none of the categories shown
 * counts as one category more.
 */
export function raoScottOf({table, classes, counted}: Tabulated): TableTest {
  const {rowVariable, columnVariable, measure} = table;
  if (measure === "mean") return none("mean");
  if (!columnVariable) return none("noColumns");
  if (rowVariable.type === "multiple" || columnVariable.type === "multiple") return none("multipleResponse");
  const [[counts]] = counted;
  if (!classes || sum(counts.inside) === 0) return none("nobody");
  if (categoriesChosen(counts).some((chosen) => chosen < 2)) return none("oneCategory");
  const {design, table: twoWay} = twoWayOf(counts, classes, {withRest: true});
  if (isCensus(counts, classes)) return none("allAnswered");
  if (baseOf(design, twoWay.domain).degreesOfFreedom < 1) return none("tooFew");
  const test = raoScott(design, twoWay);
  return test ? {test, reason: null} : none("tooFew");
}

const none = (reason: NoTest): TableTest => ({test: null, reason});

/** Greatest adjusted p that gives a letter. */
const alpha = 0.05;

/**
 * By [row][column], without the column of everybody, the columns that this one is above: A for the first, B for the
 * next. Each option of a multiple response is tested among those who answered the question; Holm’s protection is over the
 * whole table. Null of a table that does not show shares of its columns, or whose columns overlap.
 */
export function lettersOf({table, classes, counted}: Tabulated): string[][] | null {
  const {rows, columns, columnVariable, measure} = table;
  if (measure !== "columnPercent" || !columnVariable || columnVariable.type === "multiple") return null;
  const tests = classes ? testsOf(counted, classes, rows.length) : [];
  const adjusted = adjustP(tests.map(({p}) => p));
  const shown = (lines: readonly {code: string}[]) => ({
    codes: new Int32Array(),
    categories: lines.map(({code}) => code),
  });
  return writeLetters(
    tests.map((test, i) => ({...test, adjustedP: adjusted[i] as number})),
    {row: shown(rows), column: shown(columns.slice(1))},
    alpha,
  ).letters;
}

/** The pairs of columns of all rows, the rows as the table numbers them. */
function testsOf(counted: Tabulated["counted"], classes: TableClasses, rows: number): PairTest[] {
  const isOneColumn = counted.length === 1;
  return counted.flatMap(([counts], part) => {
    const {design, table} = twoWayOf(counts, classes, {withRest: false});
    const shown = pairTests(design, table).filter(({row}) => row < (isOneColumn ? rows : 1));
    return shown.map((test) => (isOneColumn ? test : {...test, row: part}));
  });
}

/**
 * Counts as a tally: one row for each class, row and column, and one for those of a class outside. The rest of the rows
 * is one row more; the rest of the columns one column more, or in none.
 */
function twoWayOf(
  {rows, columns, inside}: Counts,
  classes: TableClasses,
  {withRest}: {withRest: boolean},
): {design: Design; table: Required<TwoWay>} {
  const size = rows * columns;
  const length = classes.classes.length * (size + 1);
  const [count, classOf, domain] = [new Float64Array(length), new Int32Array(length), new Uint8Array(length)];
  const [row, column] = [new Int32Array(length).fill(noAnswer), new Int32Array(length).fill(noAnswer)];
  for (const [h, {respondents}] of classes.classes.entries()) {
    const start = h * (size + 1);
    for (let cell = 0; cell < size; cell++) {
      count[start + cell] = inside[h * size + cell];
      domain[start + cell] = 1;
      row[start + cell] = Math.floor(cell / columns);
      const at = cell % columns;
      column[start + cell] = at === columns - 1 && !withRest ? noAnswer : at;
    }
    count[start + size] = respondents - sum(inside.subarray(h * size, (h + 1) * size));
    classOf.fill(h, start, start + size + 1);
  }
  const columnsTold = withRest ? columns : columns - 1;
  return {
    design: designOf(classes.classes, count, classOf),
    table: {
      row: {codes: row, categories: numbered(rows)},
      column: {codes: column, categories: numbered(columnsTold)},
      domain,
    },
  };
}

const numbered = (length: number) => Array.from({length}, (_, index) => String(index));

/** How many rows and how many columns have respondents. */
function categoriesChosen({rows, columns, inside}: Counts): [rows: number, columns: number] {
  const [chosenRows, chosenColumns] = [new Set<number>(), new Set<number>()];
  for (const [i, n] of inside.entries()) {
    if (n === 0) continue;
    chosenRows.add(Math.floor(i / columns) % rows);
    chosenColumns.add(i % columns);
  }
  return [chosenRows.size, chosenColumns.size];
}

/** True when all units answered of every class that has somebody in the table. */
function isCensus({rows, columns, inside}: Counts, {classes}: TableClasses): boolean {
  const size = rows * columns;
  return classes.every(
    ({population, respondents}, h) =>
      population === respondents || sum(inside.subarray(h * size, (h + 1) * size)) === 0,
  );
}

const sum = (values: Float64Array) => values.reduce((whole, n) => whole + n, 0);
