import {describe, expect, it} from "vitest";
import {explorerFrom, registerFrom, variableFrom} from "../../../../test/support/exampleExplored.js";
import type {ProtectedRow, ProtectedTable, ProtectedTables} from "../../respondents/protectedTables.js";
import type {PageExplorer} from "../explorer.js";
import type {ExploredTable} from "../table.js";
import {classColumn} from "../variable.js";
import {protectedTable} from "./protectedTable.js";

const both = (text: string) => ({nb: text, en: text});
const uses = variableFrom("uses", ["yes", "no"]);
const boxes = variableFrom("boxes", ["x", "y"], {type: "multiple"});
const pages = variableFrom("pages", ["1", "2+"], {type: "count"});
const size = registerFrom("size", ["small", "large", "huge"], classColumn);

const published = (group: string, ...unweightedCounts: number[]): ProtectedRow => ({
  group,
  status: "published",
  unweightedBase: unweightedCounts.reduce((sum, n) => sum + n, 0),
  unweightedCounts,
});
const suppressed = (group: string): ProtectedRow => ({group, status: "suppressed"});
const notApplicable = (group: string): ProtectedRow => ({group, status: "notApplicable"});

function table(variable: string, option: string | null, codes: readonly string[], [all, ...rows]: ProtectedRow[]) {
  const column = option === null ? variable : `${variable}_${option}`;
  const categories = codes.map((code) => ({code, label: both(`table’s ${code}`)}));
  return {column, variable, option, label: both(column), categories, all, by: {size: rows}} satisfies ProtectedTable;
}

const group = (code: string) => ({code, label: both(code), population: 40, respondents: 20});
const protectedTables: Pick<ProtectedTables, "groupings" | "tables" | "minimumBase"> = {
  minimumBase: 5,
  groupings: [{id: "size", label: both("Size"), groups: ["small", "large", "huge"].map(group)}],
  tables: [
    table(
      "uses",
      null,
      ["yes", "no"],
      [published("all", 12, 18), published("small", 5, 15), suppressed("large"), suppressed("huge")],
    ),
    table(
      "boxes",
      "x",
      ["no", "yes"],
      [published("all", 8, 4), published("small", 3, 2), suppressed("large"), notApplicable("huge")],
    ),
    table(
      "boxes",
      "y",
      ["no", "yes"],
      [suppressed("all"), published("small", 1, 5), suppressed("large"), notApplicable("huge")],
    ),
    table(
      "pages",
      null,
      ["1", "2+"],
      [suppressed("all"), suppressed("small"), suppressed("large"), suppressed("huge")],
    ),
  ],
};

const explorer: PageExplorer = {
  rank: "estimated",
  isProtected: true,
  respondents: 30,
  units: explorerFrom({all: null}).units,
  variables: [size, uses, boxes, pages],
  filters: ["size"],
  questions: ["uses", "boxes", "pages"],
  ranges: [],
  tiles: [],
  protectedTables,
};

/** By row, what stands in each column: a count of its base, or why there is none. */
const told = ({rows, cells}: ExploredTable) =>
  rows.map(({code}, r) => [
    code,
    ...cells[r].map((cell) =>
      cell.status === "published" ? `${cell.unweightedCount}/${cell.unweightedBase}` : cell.status,
    ),
  ]);

describe("protectedTable", () => {
  it("has a row for each response, of all alone or by a published grouping", () => {
    expect(told(protectedTable(explorer, {rows: uses, by: null}))).toEqual([
      ["yes", "12/30"],
      ["no", "18/30"],
    ]);
    expect(told(protectedTable(explorer, {rows: uses, by: "size"}))).toEqual([
      ["yes", "12/30", "5/20", "suppressed", "suppressed"],
      ["no", "18/30", "15/20", "suppressed", "suppressed"],
    ]);
  });

  it("has a row for each option, of those who chose it", () => {
    expect(told(protectedTable(explorer, {rows: boxes, by: "size"}))).toEqual([
      ["x", "4/12", "2/5", "suppressed", "notApplicable"],
      ["y", "suppressed", "5/6", "suppressed", "notApplicable"],
    ]);
  });

  it("names lines as the codebook does", () => {
    const {rows, columns, rowVariable, columnVariable} = protectedTable(explorer, {rows: boxes, by: "size"});
    expect(rows.map(({label}) => label.nb)).toEqual(["x", "y"]);
    expect(columns.map(({code, label}) => [code, label.nb])).toEqual([
      ["all", "Alle"],
      ["small", "small"],
      ["large", "large"],
      ["huge", "huge"],
    ]);
    expect([rowVariable.name, columnVariable?.name]).toEqual(["boxes", "size"]);
    expect(protectedTable(explorer, {rows: uses, by: null}).columnVariable).toBeNull();
  });

  it("has shares of respondents, without weights, intervals or filters", () => {
    const made = protectedTable(explorer, {rows: uses, by: null});
    expect(made.cells[0][0]).toEqual({
      status: "published",
      unweightedCount: 12,
      unweightedBase: 30,
      count: 12,
      base: 30,
      estimate: 0.4,
      interval: null,
      standardError: null,
      lowPrecision: false,
    });
    expect([made.isProtected, made.isWeighted, made.rank]).toEqual([true, false, "estimated"]);
    expect([made.filters, made.classes, made.regions]).toEqual([[], [], []]);
  });

  it("has the base of a column where it is published, the greatest of its options, and none where it is not", () => {
    const bases = ({columns}: ExploredTable) => columns.map(({unweightedBase}) => unweightedBase);
    expect(bases(protectedTable(explorer, {rows: uses, by: "size"}))).toEqual([30, 20, null, null]);
    expect(bases(protectedTable(explorer, {rows: boxes, by: "size"}))).toEqual([12, 6, null, null]);
    expect(protectedTable(explorer, {rows: pages, by: null}).unweightedBase).toBeNull();
  });

  it("has no number that the published tables do not have", () => {
    const known = new Set(
      protectedTables.tables
        .flatMap(({all, by}) => [all, ...by.size])
        .flatMap((row) => (row.status === "published" ? [row.unweightedBase, ...row.unweightedCounts] : [])),
    );
    for (const rows of [uses, boxes, pages])
      for (const by of [null, "size"]) {
        const made = protectedTable(explorer, {rows, by});
        const shares = made.cells.flat().flatMap((cell) => (cell.status === "published" ? [cell.estimate] : []));
        const numbers = JSON.stringify([made.rows, made.columns, made.cells, made.unweightedBase]).match(
          /(?<=:|,|\[)\d+(\.\d+)?(?=[,}\]])/g,
        );
        for (const number of numbers ?? [])
          expect(shares.includes(Number(number)) || known.has(Number(number)), number).toBe(true);
      }
  });

  it("has no row of a question without a table", () => {
    const made = protectedTable(explorer, {rows: variableFrom("unasked", ["a"]), by: null});
    expect([made.rows, made.cells, made.unweightedBase]).toEqual([[], [], null]);
  });
});
