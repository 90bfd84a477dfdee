import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {criticalT} from "../../../src/lib/statistics/distributions.js";
import {associationOf, differencesOf} from "../../../src/lib/table/tableTests.js";
import {flowParts, waveFlows} from "../../../src/lib/table/waveFlows.js";
import {digestOf} from "../byR.js";
import {expectSame, expectSameCells, expectSamePairs, expectSameTest, type TableByR} from "../design/sameTable.js";
import {
  type PanelTable,
  panelBy,
  panelDesignNames,
  panelScript,
  panelsByR,
  panelTables,
  tabulatedBy,
} from "./panels.js";

/** What `panels.R` computed of one answer: how it changed, and what became of those who gave it. */
interface ChangeByR {
  question: string;
  answer: string;
  difference: number;
  se: number;
  df: number;
  limits: [number, number];
  flow: {counts: number[]; shares: number[]; net: number; se: number; df: number; p: number; exact: number};
}

const byR: {
  designs: {design: PanelTable["design"]; changes: ChangeByR[]}[];
  tables: (PanelTable & TableByR & {script: string})[];
} = JSON.parse(readFileSync(panelsByR, "utf8"));

const nameOf = ({design, rows, columns, filters, measure, isWeighted, level}: PanelTable) =>
  JSON.stringify({design, rows, columns, filters, measure, isWeighted, level});

describe("R, with the script of a table of a panel", () => {
  it("has run every table, and the scripts of today: else run writePanelsByR.ts", async () => {
    expect(byR.designs.map(({design}) => design)).toEqual(panelDesignNames);
    expect(byR.tables.map(nameOf)).toEqual(panelTables.map(nameOf));
    const scripts = panelTables.map(async (table) => digestOf(panelScript(await panelBy(table.design), table)));
    expect(byR.tables.map(({script}) => script)).toEqual(await Promise.all(scripts));
  });

  it.each(byR.tables.map((each) => [nameOf(each), each] as const))("makes the same table: %s", async (_, of) => {
    const found = tabulatedBy(await panelBy(of.design), of);
    expectSameCells(found.table, of.cells);
    expectSameTest(associationOf(found).test, of.association);
    expectSamePairs(found, of);
  });
});

describe("R’s survey, by itself on the stacked files", () => {
  it.each(byR.designs.map(({design, changes}) => [design, changes] as const))(
    "has the same changes from wave to wave: %s",
    async (design, changes) => {
      const panel = await panelBy(design);
      for (const {question, answer, difference, limits, df} of changes) {
        const found = tabulatedBy(panel, {design, rows: question, columns: "wave"});
        const row = found.table.rows.findIndex(({code}) => code === answer);
        const pair = differencesOf(found)?.pairs.find((each) => each.row === row);
        if (!pair) throw new Error(`not tested: ${question}`);
        expectSame(pair.estimates[1] - pair.estimates[0], difference, question);
        expect(pair.degreesOfFreedom).toBe(df);
        const {low, high} = pair.interval();
        expectSame(-high, limits[0], `${question}, least change`);
        expectSame(-low, limits[1], `${question}, greatest change`);
      }
    },
  );

  it.each(byR.designs.map(({design, changes}) => [design, changes] as const))(
    "has the same units that changed, and the same test of whether as many did either way: %s",
    async (design, changes) => {
      const panel = await panelBy(design);
      for (const {question, answer, flow} of changes) {
        const tabulated = tabulatedBy(panel, {design, rows: question, columns: "wave"});
        const row = tabulated.table.rows.findIndex(({code}) => code === answer);
        const [found] = waveFlows([{tabulated, row, from: 0, to: 1}]);
        if (!found) throw new Error(`no flow: ${question}`);
        expect(flowParts.map((part) => found.counts[part])).toEqual(flow.counts);
        for (const [at, part] of flowParts.entries()) expectSame(found.shares[part], flow.shares[at], part);
        expectSame(found.net, flow.net, "net");
        const reach = criticalT(0.95, flow.df) * flow.se;
        expectSame(found.interval?.low ?? null, flow.net - reach, "least net change");
        expectSame(found.interval?.high ?? null, flow.net + reach, "greatest net change");
        expectSame(found.p, design === "none" ? flow.exact : flow.p, "p");
      }
    },
  );
});
