import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {restOf} from "../../src/lib/statistics/tests/letters.js";
import {metrics, metricValue, placedCells} from "../../src/lib/table/export/metrics.js";
import {associationOf, differencesOf} from "../../src/lib/table/tableTests.js";
import type {Tabulated} from "../../src/lib/table/tabulate.js";
import {tableOf} from "../calibration/tables.js";
import {byRFile, type Configuration, configurations, digestOf, requestOf, scriptFor, surveyOf} from "./byR.js";

/** A table as R made it with the script that came with it. */
interface ByR extends Configuration {
  /** Digest of the script that R ran. */
  script: string;
  /** Row, column, and the metrics in their order. */
  cells: [row: string, column: string, ...figures: (number | null)[]][];
  association?: {method: string; f: number | null; p: number; adjusted_p: number; cramers_v: number}[];
  pairs?: [row: string, a: string, b: string, ...numbers: number[]][];
}

const byR: ByR[] = JSON.parse(readFileSync(byRFile, "utf8"));
const nameOf = ({survey, rows, columns, filters, measure, isWeighted, merge, compare}: Configuration) =>
  JSON.stringify({survey, rows, columns, filters, measure, isWeighted, merge, compare});

describe("R, with the script of a table", () => {
  it("has run every configuration, and the scripts of today: else run test/reference/writeByR.ts", () => {
    expect(byR.map(nameOf)).toEqual(configurations.map(nameOf));
    expect(byR.map(({script}) => script)).toEqual(configurations.map((each) => digestOf(scriptFor(each))));
  });

  it.each(byR.map((each): [string, ByR] => [nameOf(each), each]))("makes the same table of %s", (_, of) => {
    const tabulated = tableOf(surveyOf(of.survey), requestOf(of));
    expectSameCells(tabulated, of);
    expectSameTest(tabulated, of);
    expectSamePairs(tabulated, of);
  });
});

function expectSameCells({table}: Tabulated, {cells}: ByR): void {
  const inR = new Map(cells.map(([row, column, ...figures]) => [`${row}, ${column}`, figures]));
  for (const {row, column, cell} of placedCells(table)) {
    const figures = inR.get(`${row.code}, ${column.code}`);
    if (!figures) throw new Error(`not in R: ${row.code}, ${column.code}`);
    for (const [m, metric] of metrics.entries())
      expectSame(metricValue(cell, metric, table.measure), figures[m], `${row.code}, ${column.code}, ${metric}`);
  }
}

function expectSameTest(tabulated: Tabulated, {association}: ByR): void {
  const {test} = associationOf(tabulated);
  expect(test === null).toBe(association === undefined);
  if (!test || !association) return;
  const tests = test.method === "options" ? test.tests : [test];
  expect(tests).toHaveLength(association.length);
  for (const [at, inR] of association.entries()) {
    const own = tests[at];
    expect(own.method).toBe(inR.method === "permutation" ? "permutation" : "raoScott");
    if (own.method === "raoScott") expectSame(own.f, inR.f, "F");
    expectSame(own.p, inR.p, "p");
    expectSame(own.cramersV, inR.cramers_v, "Cramér’s V");
  }
  expectSame(test.p, Math.min(...association.map((inR) => inR.adjusted_p)), "p of all");
}

function expectSamePairs(tabulated: Tabulated, {pairs = [], compare = "each"}: ByR): void {
  const {rows, columns, columnVariable} = tabulated.table;
  const codes = columns.slice(1).map(({code}) => code);
  const isRest = compare === "rest" || columnVariable?.type === "multiple";
  const against = isRest ? "rest" : compare === "each" ? "each" : codes.indexOf(compare);
  const found = differencesOf(tabulated, against)?.pairs ?? [];
  const inR = new Map(pairs.map(([row, a, b, ...numbers]) => [`${row}, ${a}, ${b}`, numbers]));
  expect(found.length).toBe(pairs.length);
  for (const {row, a, b, p, adjustedP, interval} of found) {
    const at = `${rows[row].code}, ${codes[a]}, ${b === restOf ? "rest" : codes[b]}`;
    const numbers = inR.get(at) ?? [];
    for (const [i, own] of [interval().low, interval().high, p, adjustedP].entries()) expectSame(own, numbers[i], at);
  }
}

function expectSame(found: number | null, expected: number | null | undefined, at: string): void {
  if (expected === null) expect(found, at).toBeNull();
  else
    expect(Math.abs((found ?? Number.NaN) - (expected ?? Number.NaN)), at).toBeLessThan(
      1e-9 * Math.max(1, expected ?? 0),
    );
}
