import {expect} from "vitest";
import {restOf} from "../../../src/lib/statistics/tests/letters.js";
import {metrics, metricValue, placedCells} from "../../../src/lib/table/export/metrics.js";
import {type AssociationTest, differencesOf} from "../../../src/lib/table/tableTests.js";
import type {Tabulated} from "../../../src/lib/table/tabulate.js";

/** A table as R made it with the script that came with it. */
export interface TableByR {
  /** Row, column, and the metrics in their order. */
  cells: [row: string, column: string, ...figures: (number | null)[]][];
  association?: {method: string; f: number | null; p: number; adjusted_p: number; cramers_v: number}[];
  pairs?: [row: string, a: string, b: string, ...numbers: number[]][];
  /** Default: `each`. */
  compare?: string;
}

export function expectSameCells({table}: Tabulated, {cells}: TableByR): void {
  const inR = new Map(cells.map(([row, column, ...figures]) => [`${row}, ${column}`, figures]));
  for (const {row, column, cell} of placedCells(table)) {
    const figures = inR.get(`${row.code}, ${column.code}`);
    if (!figures) throw new Error(`not in R: ${row.code}, ${column.code}`);
    if (cell.status !== "published") continue;
    for (const [m, metric] of metrics.entries())
      expectSame(metricValue(cell, metric, table.measure), figures[m], `${row.code}, ${column.code}, ${metric}`);
  }
}

/** @param test as `associationOf` has it */
export function expectSameTest(test: AssociationTest | null, {association}: TableByR): void {
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

export function expectSamePairs(found: Tabulated, {pairs = [], compare = "each"}: TableByR): void {
  const {rows, columns, columnVariable} = found.table;
  const codes = columns.slice(1).map(({code}) => code);
  const isRest = compare === "rest" || columnVariable?.type === "multiple";
  const own = differencesOf(found, isRest ? "rest" : "each")?.pairs ?? [];
  const inR = new Map(pairs.map(([row, a, b, ...numbers]) => [`${row}, ${a}, ${b}`, numbers]));
  expect(own.length).toBe(pairs.length);
  for (const {row, a, b, p, adjustedP, interval} of own) {
    const at = `${rows[row].code}, ${codes[a]}, ${b === restOf ? "rest" : codes[b]}`;
    const numbers = inR.get(at) ?? [];
    const {low, high} = interval({level: found.table.level});
    for (const [i, each] of [low, high, p, adjustedP].entries()) expectSame(each, numbers[i], at);
  }
}

/** To eight digits: R iterates to weights that meet margins. */
export function expectSame(found: number | null, expected: number | null | undefined, at: string): void {
  if (expected === null) expect(found, at).toBeNull();
  else
    expect(
      Math.abs((found ?? Number.NaN) - (expected ?? Number.NaN)),
      `${at}: ${found}, by R ${expected}`,
    ).toBeLessThan(1e-8 * Math.max(1, Math.abs(expected ?? 0)));
}
