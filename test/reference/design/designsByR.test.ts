import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {restOf} from "../../../src/lib/statistics/tests/letters.js";
import {metrics, metricValue, placedCells} from "../../../src/lib/table/export/metrics.js";
import type {Cell} from "../../../src/lib/table/table.js";
import {associationOf, differencesOf} from "../../../src/lib/table/tableTests.js";
import type {Tabulated} from "../../../src/lib/table/tabulate.js";
import {sampled} from "../../support/sampled.js";
import {digestOf} from "../byR.js";
import {
  type Configuration,
  configurations,
  type DesignName,
  type Drawn,
  designs,
  designsByR,
  drawnBy,
  scriptFor,
  tabulated,
} from "./designs.js";

/** A share as R's survey has it; limits on the logit scale, where ten or more said yes, and no. */
interface ShareByR {
  estimate: number;
  se: number;
  low: number | null;
  high: number | null;
  n: number;
  base: number;
  effective: number;
  df: number;
}

/** What `designs.R` computed of one design. */
interface DesignByR {
  design: DesignName;
  all: ShareByR;
  groups: Record<string, ShareByR>;
  total: {estimate: number; se: number};
  mean: {estimate: number; se: number};
  test: {f: number; ndf: number; p: number};
  difference: {low: number; high: number};
}

/** A table as R made it with the script that came with it. */
interface TableByR extends Configuration {
  /** Digest of the script that R ran. */
  script: string;
  /** Row, column, and the metrics in their order. */
  cells: [row: string, column: string, ...figures: (number | null)[]][];
  association?: {method: string; f: number | null; p: number; adjusted_p: number; cramers_v: number}[];
  pairs?: [row: string, a: string, b: string, ...numbers: number[]][];
}

const byR: {designs: DesignByR[]; tables: TableByR[]} = JSON.parse(readFileSync(designsByR, "utf8"));

const nameOf = ({design, rows, columns, filters, measure, isWeighted, compare, level}: Configuration) =>
  JSON.stringify({design, rows, columns, filters, measure, isWeighted, compare, level});

describe("R, with the script of a table of a sample", () => {
  it("has run every configuration, and the scripts of today: else run writeDesignsByR.ts", async () => {
    expect(byR.designs.map(({design}) => design)).toEqual(Object.keys(designs));
    expect(byR.tables.map(nameOf)).toEqual(configurations.map(nameOf));
    const scripts = configurations.map(async (each) => digestOf(scriptFor(await drawnBy(each.design), each)));
    expect(byR.tables.map(({script}) => script)).toEqual(await Promise.all(scripts));
  });

  const tried = sampled(byR.tables, {size: 24, kind: ({design, measure}) => `${design} ${measure}`});
  it.each(tried.map((each): [string, TableByR] => [nameOf(each), each]))("makes the same table: %s", async (_, of) => {
    const found = tabulated(await drawnBy(of.design), of);
    expectSameCells(found, of);
    expectSameTest(found, of);
    expectSamePairs(found, of);
  });
});

describe("R’s survey, by itself", () => {
  it.each(byR.designs.map((each): [DesignName, DesignByR] => [each.design, each]))(
    "has the same shares, bases, total, mean, test and difference: %s",
    async (name, {all, groups, total, mean, test, difference}) => {
      const sample = await drawnBy(name);
      const byRegion = tabulated(sample, {design: name, rows: "member", columns: "region"});
      const heads = byRegion.table.columns;
      expectSameShare(byRegion, 0, all);
      for (const [code, inR] of Object.entries(groups))
        expectSameShare(
          byRegion,
          heads.findIndex((column) => column.code === code),
          inR,
        );
      expectEstimate(sample, {rows: "member", measure: "count"}, total);
      expectEstimate(sample, {rows: "visits", measure: "mean"}, mean);
      const byGender = tabulated(sample, {design: name, rows: "member", columns: "gender"});
      const found = associationOf(byGender).test;
      if (found?.method !== "raoScott") throw new Error("no Rao–Scott test");
      expectSame(found.f, test.f, "F");
      expectSame(found.numeratorDegrees, test.ndf, "degrees");
      expectSame(found.p, test.p, "p");
      const [pair] = differencesOf(byGender)?.pairs ?? [];
      expectSame(pair.interval().low, difference.low, "least difference");
      expectSame(pair.interval().high, difference.high, "greatest difference");
    },
  );
});

function expectSameShare({table}: Tabulated, column: number, inR: ShareByR): void {
  const cell = published(table.cells[0][column]);
  const {code, base, unweightedBase, effectiveBase} = table.columns[column];
  expect(unweightedBase, code).toBe(inR.n);
  expectSame(base, inR.base, `base of ${code}`);
  expectSame(effectiveBase ?? null, inR.effective, `effective base of ${code}`);
  expectSame(cell.estimate, inR.estimate, `share of ${code}`);
  if (inR.df < 1) {
    expect([cell.interval, cell.standardError], code).toEqual([null, null]);
    return;
  }
  expectSame(cell.standardError, inR.se, `standard error of ${code}`);
  if (inR.low === null || inR.se < 1e-12) return;
  expectSame(cell.interval?.low ?? null, inR.low, `least share of ${code}`);
  expectSame(cell.interval?.high ?? null, inR.high, `greatest share of ${code}`);
}

function expectEstimate(
  sample: Drawn,
  asked: Pick<Configuration, "rows" | "measure">,
  inR: {estimate: number; se: number},
): void {
  const {cells} = tabulated(sample, {design: "raked", columns: null, ...asked}).table;
  const cell = published(cells[0][0]);
  expectSame(asked.measure === "count" ? cell.count : cell.estimate, inR.estimate, `${asked.measure}`);
  expectSame(cell.standardError, inR.se, `standard error of ${asked.measure}`);
}

function published(cell: Cell) {
  if (cell.status !== "published") throw new Error(`not published: ${cell.status}`);
  return cell;
}

function expectSameCells({table}: Tabulated, {cells}: TableByR): void {
  const inR = new Map(cells.map(([row, column, ...figures]) => [`${row}, ${column}`, figures]));
  for (const {row, column, cell} of placedCells(table)) {
    const figures = inR.get(`${row.code}, ${column.code}`);
    if (!figures) throw new Error(`not in R: ${row.code}, ${column.code}`);
    if (cell.status !== "published") continue;
    for (const [m, metric] of metrics.entries())
      expectSame(metricValue(cell, metric, table.measure), figures[m], `${row.code}, ${column.code}, ${metric}`);
  }
}

function expectSameTest(found: Tabulated, {association}: TableByR): void {
  const {test} = associationOf(found);
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

function expectSamePairs(found: Tabulated, {pairs = [], compare = "each"}: TableByR): void {
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
function expectSame(found: number | null, expected: number | null | undefined, at: string): void {
  if (expected === null) expect(found, at).toBeNull();
  else
    expect(
      Math.abs((found ?? Number.NaN) - (expected ?? Number.NaN)),
      `${at}: ${found}, by R ${expected}`,
    ).toBeLessThan(1e-8 * Math.max(1, Math.abs(expected ?? 0)));
}
