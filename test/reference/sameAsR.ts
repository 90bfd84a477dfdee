import {expect} from "vitest";
import {metrics, metricValue, placedCells} from "../../src/lib/table/export/metrics.js";
import type {ExploredTable} from "../../src/lib/table/table.js";
import type {AssociationTest} from "../../src/lib/table/tableTests.js";
import type {MadeByR} from "./runR.js";

/** Row, column, and the metrics in their order. */
export type CellByR = [row: string, column: string, ...figures: (number | null)[]];

/**
 * What expects tables, tests and numbers to be R's.
 *
 * @param tolerance how far a number may be from R's, as a part of it where it is above 1
 */
export function sameAsR(tolerance: number) {
  function expectSame(found: number | null, expected: number | null | undefined, at: string): void {
    if (expected === null) {
      expect(found, at).toBeNull();
      return;
    }
    const difference = Math.abs((found ?? Number.NaN) - (expected ?? Number.NaN));
    expect(difference, `${at}: ${found}, by R ${expected}`).toBeLessThan(
      tolerance * Math.max(1, Math.abs(expected ?? 0)),
    );
  }

  function expectSameCells(table: ExploredTable, cells: readonly CellByR[]): void {
    const inR = new Map(cells.map(([row, column, ...figures]) => [`${row}, ${column}`, figures]));
    for (const {row, column, cell} of placedCells(table)) {
      const figures = inR.get(`${row.code}, ${column.code}`);
      if (!figures) throw new Error(`not in R: ${row.code}, ${column.code}`);
      for (const [m, metric] of metrics.entries())
        expectSame(metricValue(cell, metric, table.measure), figures[m], `${row.code}, ${column.code}, ${metric}`);
    }
  }

  /** @param test as `associationOf` has it */
  function expectSameTest(test: AssociationTest | null, association: MadeByR["association"]): void {
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

  return {expectSame, expectSameCells, expectSameTest};
}
