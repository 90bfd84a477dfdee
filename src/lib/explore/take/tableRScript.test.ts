import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import type {Explorer} from "../explorer.js";
import type {ExploredTable} from "../table.js";
import {type TableRequest, tabulate} from "../tabulate.js";
import {type PackedTally, unpackTally} from "../tally.js";
import {type ExploredVariable, variableByName} from "../variable.js";
import {figureOf, metrics, placedCells} from "./figureOf.js";
import {tableRScript} from "./tableRScript.js";

/** A table that R has made, see `rFixtures/HOW.txt`. */
interface RFixture {
  lang: "nb" | "en";
  explorer: Explorer;
  tallies: PackedTally[];
  request: Pick<TableRequest, "measure" | "isWeighted"> & {
    rows: string;
    columns: string | null;
    filters: {variable: string; categories: string[]}[];
  };
  cells: [row: string, column: string, ...figures: (number | null)[]][];
}

const names = [
  "channels-by-size",
  "focus-by-strategy-filtered",
  "goals-by-size-unweighted",
  "pages-mean-merged",
  "uses-count-merged",
];

const read = (file: string) => readFileSync(new URL(`rFixtures/${file}`, import.meta.url), "utf8");

interface Made extends RFixture {
  asked: TableRequest;
  table: ExploredTable;
}

function made(name: string): Made {
  const fixture: RFixture = JSON.parse(read(`${name}.json`));
  const {explorer, tallies, request} = fixture;
  const variable = (of: string): ExploredVariable => variableByName(explorer.variables, of);
  const asked: TableRequest = {
    ...request,
    rows: variable(request.rows),
    columns: request.columns === null ? null : variable(request.columns),
    filters: request.filters.map(({variable: of, categories}) => ({
      variable: of,
      of: variable(of),
      categories: variable(of).categories.filter(({code}) => categories.includes(code)),
    })),
  };
  const {table} = tabulate(explorer, tallies.map(unpackTally), asked);
  return {...fixture, asked, table};
}

const csv = "stand-in-betakomm-2011.csv";
const scriptOf = ({table, asked, explorer}: Made, lang: "nb" | "en" = "nb", own: Partial<ExploredTable> = {}) =>
  tableRScript({...table, ...own}, asked, {lang, classes: explorer.classes, csv});

describe("tabulate", () => {
  it.each(names)("makes of %s what R makes of it", (name) => {
    const {table, cells} = made(name);
    const placed = placedCells(table);
    expect(placed.map(({row, column}) => [row.code, column.code])).toEqual(cells.map(([row, column]) => [row, column]));
    for (const [i, [row, column, ...expected]] of cells.entries())
      for (const [m, metric] of metrics.entries()) {
        const found = figureOf(placed[i].cell, metric, table.measure);
        const at = `${row}, ${column}, ${metric}`;
        if (expected[m] === null) expect(found, at).toBeNull();
        else expect(found, at).toBeCloseTo(expected[m], 8);
      }
  });
});

describe("tableRScript", () => {
  it.each(names)("is for %s the script that R ran", (name) => {
    const fixture = made(name);
    const script = scriptOf(fixture, fixture.lang);
    expect(script.slice(script.indexOf("library(survey)"))).toBe(read(`${name}.R`));
  });

  it("begins with what the table is about and that respondents are made up, all of it comments", () => {
    const [head] = scriptOf(made("uses-count-merged")).split("library(survey)");
    const lines = head.trim().split("\n");
    expect(lines.every((line) => line.startsWith("# "))).toBe(true);
    expect(lines).toContain("# KONSTRUERTE SVAR: ingen har svart dette. Tall herfra er aldri funn.");
    expect(lines).toContain("# Filtre: Antall Facebook-sider: 1 eller 2.");
    expect(scriptOf(made("uses-count-merged"), "nb", {rank: "estimated"})).not.toContain("KONSTRUERTE");
  });

  it("is the same program in both languages, but for labels and comments", () => {
    const program = (lang: "nb" | "en") =>
      scriptOf(made("goals-by-size-unweighted"), lang)
        .replace(/ *#.*$/gm, "")
        .replace(/label = "[^"]*"/g, "label")
        .replace(/stop\("[^"]*"\)/g, "stop");
    expect(program("nb")).toBe(program("en"));
  });

  it("writes into the script the sizes of merged classes, and of all as one without weights", () => {
    expect(scriptOf(made("uses-count-merged"))).toContain("N = c(96, 136, 216, 216, 216)");
    expect(scriptOf(made("goals-by-size-unweighted"))).toContain('stratum = c("all", "all", "all", "all", "all")');
  });

  it("of respondents that nobody knows the number of has no finite population", () => {
    const fixture = made("channels-by-size");
    const classes = [{...fixture.table.classes[0], code: "all", population: null}];
    const script = tableRScript({...fixture.table, classes}, fixture.asked, {
      lang: "en",
      csv,
      classes: [{code: "all", label: {nb: "", en: ""}, population: null}],
    });
    expect(script).toContain("  N = c(NA)\n");
    expect(script).toContain("svydesign(ids = ~1, strata = ~stratum, weights = ~w,");
    expect(script).not.toContain("part$variables$N");
  });

  it("has labels that cannot leave their text or comment", () => {
    const fixture = made("channels-by-size");
    const label = {nb: 'a"); quit() #\\\nquit()', en: ""};
    const rows = {
      ...fixture.asked.rows,
      label,
      categories: fixture.asked.rows.categories.map((each) => ({...each, label})),
    };
    const table = {...fixture.table, rowVariable: {...fixture.table.rowVariable, label}};
    const script = tableRScript(table, {...fixture.asked, rows}, {lang: "nb", classes: fixture.explorer.classes, csv});
    expect(script).toContain('label = "a\\"); quit() #\\\\ quit()"');
    expect(script.split("\n").filter((line) => line.startsWith("quit"))).toEqual([]);
  });

  it("is not made for a protected file", () => {
    expect(() => scriptOf(made("channels-by-size"), "nb", {isProtected: true})).toThrow(
      "no script for a protected file",
    );
  });
});
