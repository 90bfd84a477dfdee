import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import type {Made, Section} from "../../src/components/workbench/made.js";
import {againstOf, comparisonsOf} from "../../src/components/workbench/views/comparisons.js";
import {linesOf} from "../../src/components/workbench/views/whatIfLines.js";
import {restOf} from "../../src/lib/statistics/tests/letters.js";
import {sampled} from "../support/sampled.js";
import {digestOf} from "./byR.js";
import type {MadeByR} from "./runR.js";
import {sameAsR} from "./sameAsR.js";
import {madeOf, scriptOf, viewQueries, viewsFile} from "./viewsByR.js";

const {expectSame, expectSameCells, expectSameTest} = sameAsR(1e-9);

type Numbers = (number | null)[];

/** A view as R made it with the script that a reader takes along. */
interface ViewByR {
  query: string;
  script: string;
  tables: (Omit<MadeByR, "cells" | "pairs"> & {
    cells: [row: string, column: string, ...figures: Numbers][];
    pairs?: [row: string, a: string, b: string, low: number, high: number, p: number, adjustedP: number][];
  })[];
}

const byR: ViewByR[] = JSON.parse(readFileSync(viewsFile, "utf8"));

describe("R, with the script of a view", () => {
  it("has run every view, and the scripts of today: else run test/reference/writeByR.ts", async () => {
    expect(byR.map(({query}) => query)).toEqual(viewQueries);
    const scripts = await Promise.all(viewQueries.map(scriptOf));
    expect(byR.map(({script}) => script)).toEqual(scripts.map(digestOf));
  });

  it.each(sampled(byR, {size: 16, kind: ({query}) => /(view|layer|level)=\w+/.exec(query)?.[0]}))(
    "makes the tables, tests and trends of $query",
    ({query, tables}) => {
      const made = madeOf(query);
      expect(made.sections.length).toBe(tables.length);
      for (const [s, section] of made.sections.entries()) {
        const ofR = tables[s];
        expectSameCells(allOf(section), ofR.cells);
        expectSameTest(section.association()?.test ?? null, ofR.association);
        expectSameComparisons(made, section, ofR);
        if (made.selection.view === "whatif") expectSameWhatIf(made, s, ofR);
      }
    },
  );
});

function allOf({tabulated}: Section) {
  if (!tabulated) throw new Error("nothing counted");
  return tabulated.table;
}

function expectSameComparisons(made: Made, section: Section, {pairs = [], trends = []}: ViewByR["tables"][number]) {
  const {rows, columns} = allOf(section);
  const found = comparisonsOf(made, section) ?? [];
  const nameOf = (column: number) => (column === restOf ? "rest" : columns[column + 1].code);
  const isEach = againstOf(made).against === "each";
  const numbers = new Map(pairs.map(([row, a, b, ...each]) => [`${row}, ${a}, ${b}`, each]));
  expect(found.filter(({kind}) => kind === "pair").length).toBe(pairs.length);
  for (const {kind, row, a, b, low, high, p, adjustedP, difference} of found) {
    if (kind === "trend") {
      const inR = trends.find((each) => each.row === rows[row].code);
      const own = [difference, low, high, p, adjustedP];
      for (const [i, name] of ["slope", "low", "high", "p", "adjusted_p"].entries())
        expectSame(own[i], Number(inR?.[name]), `${rows[row].code}, ${name}`);
      continue;
    }
    const at = `${rows[row].code}, ${nameOf(a)}, ${nameOf(b)}`;
    // Of each from each the higher stands first; R has them as they stand in the table.
    const turned = isEach ? numbers.get(`${rows[row].code}, ${nameOf(b)}, ${nameOf(a)}`) : undefined;
    const [lowInR, highInR, ...tested] = numbers.get(at) ?? turned ?? [];
    const ends = turned && !numbers.has(at) ? [-Number(highInR), -Number(lowInR)] : [lowInR, highInR];
    for (const [i, inR] of [...ends, ...tested].entries()) expectSame([low, high, p, adjustedP][i], inR, at);
  }
  expect(found.filter(({kind}) => kind === "trend").length).toBe(trends.length);
}

/** The share that is supposed is rounded to tenths of a per cent. */
function expectSameWhatIf(made: Made, s: number, {what_if: whatIf = []}: ViewByR["tables"][number]) {
  const lines = linesOf(made, made.sections[s], s).flat();
  expect(lines.filter(({bounds}) => bounds.status === "known").length).toBe(whatIf.length);
  for (const {answer, group, bounds, supposed} of lines) {
    if (bounds.status === "unknown") continue;
    const at = `${answer.code}, ${group.code}`;
    const inR = whatIf.find(({row, column}) => `${row}, ${column}` === at);
    expect([inR?.answered, inR?.units], at).toEqual([bounds.respondents, bounds.population]);
    expectSame(bounds.band.low, Number(inR?.least), at);
    expectSame(bounds.band.high, Number(inR?.greatest), at);
    if (supposed === null) expect(inR?.supposed).toBeNull();
    else expect(Math.abs(supposed - Number(inR?.supposed)), at).toBeLessThanOrEqual(0.0005 + 1e-9);
  }
}
