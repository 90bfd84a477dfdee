import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {selfCalls} from "./support/selfCalls.js";

/*
 * A function that calls itself once for each row of a large file ends in “Maximum call stack size exceeded”. Modules form no
 * circle (`imports.test.ts`), so functions that call each other are in one module.
 */

/** Functions that may call themselves, and why that ends before the stack does, whatever the file. */
const bounded: Record<string, string> = {
  "data-loaders/cleaning/units/spelling/mojibake.ts: mendMojibake": "each call halves what is garbled",
  "data-loaders/downloads/leaks/layersOf.ts: layersOf, packedIn": "stops at `deepest` layers of packing",
  "data-loaders/downloads/products.ts: blocksOf, described, packageFile":
    "a list of files describes the others, not itself",
  "data-loaders/files/parquet/checkThrift.ts: skip, skipList, skipStruct": "refuses what is nested over `deepest`",
  "data-loaders/files/xlsx/readSheet.ts: lettersOf": "one call for each letter of a column’s name",
  "data-loaders/inputs/checks/checkAttributes.ts: impliedBy": "each attribute of the codebook once",
  "data-loaders/inputs/register/unitsOn.ts: followUnit": "one call for each merger of a unit, a later one each time",
  "data-loaders/survey/noise/attack/knowsOthers.ts: evidence, marginal": "the depth of the routing",
  "data-loaders/survey/protect/suppress.ts: isKnownEmpty": "the depth of the routing",
  "site/build/workspace.ts: copyWritten": "the depth of the folders of pages",
  "site/serve/serve.ts: answer": "once more without the range that it deletes",
  "src/components/browser/export/actions.ts: fileOf, zipOf": "an archive holds the other formats, and no archive",
  "src/components/workbench/form/savedViews.ts: remove, show, write": "`show` hands `remove` to a button",
  "src/lib/bounds/conflict.ts: subsets": "one call for each claim of a subset, of few",
  "src/lib/bounds/model.ts: resolve": "one call for each reading that stands for another",
  "src/lib/bounds/program.ts: extremes, whyNone": "asks once more, among everyone",
  "src/lib/respondents/weighting.ts: mergeUntil, weighMerged":
    "each call merges two classes or regions of the register",
  "src/lib/markup.ts: render": "the depth of lists in lists that markup is written from",
  "src/lib/table/counts/combinations.ts: subsets": "one call for each of at most three variables",
  "src/lib/table/export/rValue.ts: toR": "the depth of a value that the script is written from",
  "src/lib/table/export/xlsxFile.ts: lettersOf": "one call for each letter of a column’s name",
  "src/lib/table/summaryRange.ts: amongAsked, conditionLiterals": "the depth of the routing",
};

describe("functions that call themselves", () => {
  it("are those of which it is said why they end", () => {
    const found = ["src", "data-loaders", "site"].flatMap(sourceFiles).flatMap((file) => {
      const names = selfCalls(readFileSync(file, "utf8"));
      return names.length > 0 ? [`${file}: ${names.join(", ")}`] : [];
    });
    expect(found.sort()).toEqual(Object.keys(bounded).sort());
  });

  it.each([
    ["by its name", "function walk(rows) { return rows.length ? walk(rows.slice(1)) : 0; }", ["walk"]],
    ["as a constant", "const walk = (rows) => rows.length && walk(rows.slice(1));", ["walk"]],
    ["handed on", "function walk({rows}) { return rows.map(walk); }", ["walk"]],
    [
      "by way of another",
      "const a = memoize((n) => b(n)); function b(n: number): A { return n && a(n - 1); }",
      ["a", "b"],
    ],
    ["as a method", "class Rows { read() { this.next(); } next() { this.read(); } }", ["this.next", "this.read"]],
    ["within another", "function read(rows) { const next = (at) => rows[at] && next(at + 1); next(0); }", ["next"]],
    ["in a list of functions", "const ways = {one: () => two()}; function two() { ways.one(); }", ["two", "ways"]],
  ])("are found: %s", (_, code, names) => {
    expect(selfCalls(code)).toEqual(names);
  });

  it.each([
    ["a property of its name", "function rows(table) { return table.rows; }"],
    ["a parameter of its name", "function rows(rows: rows[]) { return rows.length; }"],
    ["a constant of its name in another", "const at = () => of(); function of() { const at = 1; return at; }"],
    ["one that another calls", "function a() { b(); } function b() {}"],
  ])("are not taken for %s", (_, code) => {
    expect(selfCalls(code)).toEqual([]);
  });
});

const sourceFiles = (folder: string) =>
  readdirSync(folder, {recursive: true, encoding: "utf8"})
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts") && !file.endsWith(".d.ts"))
    .map((file) => join(folder, file));
