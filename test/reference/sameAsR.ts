import {expect} from "vitest";
import {metrics, metricValue, placedCells} from "../../src/lib/table/export/metrics.js";
import type {ExploredTable} from "../../src/lib/table/table.js";
import type {TableTest} from "../../src/lib/table/tableTests.js";
import type {MadeByR} from "./runR.js";

/** Row, column, and the metrics in their order. */
export type CellByR = [row: string, column: string, ...figures: (number | null)[]];

export function expectSameCells(table: ExploredTable, cells: readonly CellByR[]): void {
  const inR = new Map(cells.map(([row, column, ...figures]) => [`${row}, ${column}`, figures]));
  for (const {row, column, cell} of placedCells(table)) {
    const figures = inR.get(`${row.code}, ${column.code}`);
    if (!figures) throw new Error(`not in R: ${row.code}, ${column.code}`);
    for (const [m, metric] of metrics.entries())
      expectSame(metricValue(cell, metric, table.measure), figures[m], `${row.code}, ${column.code}, ${metric}`);
  }
}

export function expectSameTest(found: TableTest | null, association: MadeByR["association"]): void {
  const test = found?.test ?? null;
  expect(test === null).toBe(association === undefined);
  if (!test || !association) return;
  const tests = test.method === "options" ? test.tests : [test];
  expect(tests).toHaveLength(association.length);
  for (const [at, inR] of association.entries()) {
    const own = tests[at];
    expect(own.method).toBe(inR.method === "permutation" ? "permutation" : "raoScott");
    if (own.method === "raoScott") expectSame(own.f, Number(inR.f), "F");
    expectSame(own.p, Number(inR.p), "p");
    expectSame(own.cramersV, Number(inR.cramers_v), "Cramér’s V");
  }
  expectSame(test.p, Math.min(...association.map((inR) => Number(inR.adjusted_p))), "p of all");
}

export function expectSame(found: number | null, expected: number | null | undefined, at: string): void {
  if (expected === null) expect(found, at).toBeNull();
  else
    expect(Math.abs((found ?? Number.NaN) - (expected ?? Number.NaN)), at).toBeLessThan(
      1e-9 * Math.max(1, Math.abs(expected ?? 0)),
    );
}
