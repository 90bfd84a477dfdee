import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
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
import {expectSame, expectSameCells, expectSamePairs, expectSameTest, type TableByR} from "./sameTable.js";

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
type TableOfDesign = Configuration & TableByR & {script: string};

const byR: {designs: DesignByR[]; tables: TableOfDesign[]} = JSON.parse(readFileSync(designsByR, "utf8"));

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
  it.each(tried.map((each): [string, TableOfDesign] => [nameOf(each), each]))(
    "makes the same table: %s",
    async (_, of) => {
      const found = tabulated(await drawnBy(of.design), of);
      expectSameCells(found.table, of.cells);
      expectSameTest(associationOf(found).test, of.association);
      expectSamePairs(found, of);
    },
  );
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
