import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {restOf} from "../../src/lib/statistics/tests/letters.js";
import {associationOf, differencesOf} from "../../src/lib/table/tableTests.js";
import type {Tabulated} from "../../src/lib/table/tabulate.js";
import {tableOf} from "../calibration/tables.js";
import {byRFile, type Configuration, configurations, digestOf, requestOf, scriptFor, surveyOf} from "./byR.js";
import type {MadeByR} from "./runR.js";
import {type CellByR, sameAsR} from "./sameAsR.js";

const {expectSame, expectSameCells, expectSameTest} = sameAsR(1e-9);

/** A table as R made it with the script that came with it. */
interface ByR extends Configuration {
  /** Digest of the script that R ran. */
  script: string;
  /** Row, column, and the metrics in their order. */
  cells: CellByR[];
  association?: MadeByR["association"];
  pairs?: [row: string, a: string, b: string, ...numbers: number[]][];
}

const byR: ByR[] = JSON.parse(readFileSync(byRFile, "utf8"));
const nameOf = ({survey, rows, columns, filters, measure, isWeighted, merge, compare, level}: Configuration) =>
  JSON.stringify({survey, rows, columns, filters, measure, isWeighted, merge, compare, level});

describe("R, with the script of a table", () => {
  it("has run every configuration, and the scripts of today: else run test/reference/writeByR.ts", () => {
    expect(byR.map(nameOf)).toEqual(configurations.map(nameOf));
    expect(byR.map(({script}) => script)).toEqual(configurations.map((each) => digestOf(scriptFor(each))));
  });

  it.each(byR.map((each): [string, ByR] => [nameOf(each), each]))("makes the same table of %s", (_, of) => {
    const tabulated = tableOf(surveyOf(of.survey), requestOf(of));
    expectSameCells(tabulated.table, of.cells);
    expectSameTest(associationOf(tabulated).test, of.association);
    expectSamePairs(tabulated, of);
  });
});

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
    const {low, high} = interval({level: tabulated.table.level});
    for (const [i, own] of [low, high, p, adjustedP].entries()) expectSame(own, numbers[i], at);
  }
}
