import {describe, expect, it} from "vitest";
import {exampleTable} from "../../../../test/support/exampleTable.js";
import {settings} from "../../settings.js";
import {type JsonStatDataset, jsonStat} from "./jsonStat.js";

const made = (own = {}, lang: "nb" | "en" = "nb"): JsonStatDataset =>
  JSON.parse(JSON.stringify(jsonStat(exampleTable(own), {lang})));

/** What a reader of JSON-stat does: the value at a category of each dimension. */
function at({id, size, dimension, value, status}: JsonStatDataset, codes: Record<string, string>) {
  const index = id.reduce((sum, name, d) => sum * size[d] + dimension[name].category.index.indexOf(codes[name]), 0);
  return value[index] ?? status[index];
}

describe("jsonStat", () => {
  it("follows the rules of JSON-stat 2.0", () => {
    const dataset = made();
    expect(dataset).toMatchObject({version: "2.0", class: "dataset", updated: settings.published});
    expect(Object.keys(dataset.dimension)).toEqual(dataset.id);
    expect(dataset.size.reduce((a, b) => a * b)).toBe(dataset.value.length);
    expect(dataset.role.metric.every((name) => dataset.id.includes(name))).toBe(true);
    for (const [d, name] of dataset.id.entries()) {
      const {index, label, unit = {}} = dataset.dimension[name].category;
      expect(index).toHaveLength(dataset.size[d]);
      expect(new Set(index).size).toBe(index.length);
      expect(Object.keys(label).toSorted()).toEqual([...index].toSorted());
      expect(Object.keys(unit).every((code) => index.includes(code))).toBe(true);
    }
    expect(Object.keys(dataset.status).every((key) => Number(key) < dataset.value.length)).toBe(true);
  });

  it("has a status for each null, and for nothing else", () => {
    const {value, status} = made();
    const nulls = value.flatMap((each, index) => (each === null ? [String(index)] : []));
    expect(Object.keys(status)).toEqual(nulls);
    expect(new Set(Object.values(status))).toEqual(new Set([".", "..", ":"]));
  });

  it("has each number at its row, column and metric", () => {
    const dataset = made();
    expect(at(dataset, {row: "facebook", column: "big", metric: "estimate"})).toBe(0.3333333333);
    expect(at(dataset, {row: "facebook", column: "none", metric: "unweighted_count"})).toBe(":");
    expect(at(dataset, {row: "other", column: "all", metric: "estimate"})).toBe(0);
    expect(at(dataset, {row: "other", column: "small", metric: "estimate"})).toBe("..");
    expect(at(dataset, {row: "other", column: "none", metric: "low"})).toBe(".");
  });

  it("says in which unit its numbers are: shares from 0 to 1, means or numbers", () => {
    const unitOf = (measure: string, metric: string) => made({measure}, "en").dimension.metric.category.unit?.[metric];
    expect(unitOf("columnPercent", "estimate")).toEqual({label: "proportion from 0 to 1", decimals: 4});
    expect(unitOf("mean", "low")).toEqual({label: "mean", decimals: 2});
    expect(unitOf("count", "high")).toEqual({label: "number", decimals: 1});
    for (const measure of ["rowPercent", "mean", "count"])
      expect(unitOf(measure, "unweighted_base")).toEqual({label: "number", decimals: 0});
  });

  it("says that respondents are made up, whom it is about and how it was weighted", () => {
    const {extension, note} = made();
    expect(note[0]).toMatch(/^Konstruerte svar: Ingen har svart dette/);
    expect(extension).toMatchObject({
      data: "stand-in",
      rank: "standIn",
      isMadeUp: true,
      filters: [{variable: "county", categories: ["03", "12"]}],
      lowPrecision: [{row: "facebook", column: "big"}],
      classes: [{code: "small+big", label: "Små og store", population: 150, respondents: 100, weight: 1.5}],
    });
    expect(made({rank: "estimated"}).extension).toMatchObject({data: "survey", isMadeUp: false});
  });

  it("has codes that are the same in both languages, and labels that are not", () => {
    const [nb, en] = [made(), made({}, "en")];
    expect(en.value).toEqual(nb.value);
    expect(en.dimension.row.category.index).toEqual(nb.dimension.row.category.index);
    expect([nb.dimension.column.label, en.dimension.column.label]).toEqual(["Størrelse", "Size"]);
  });

  it("of one variable has a column of everybody", () => {
    const table = exampleTable();
    const dataset = made({
      columnVariable: null,
      columns: table.columns.slice(0, 1),
      cells: table.cells.map(([cell]) => [cell]),
    });
    expect(dataset.size).toEqual([2, 1, 8]);
    expect(dataset.dimension.column).toEqual({label: "Alle", category: {index: ["all"], label: {all: "Alle"}}});
  });

  it("leads back to the view", () => {
    const address = "https://example.org/nb/kanaler?by=size";
    expect(jsonStat(exampleTable(), {lang: "nb", address}).href).toBe(address);
    expect(made()).not.toHaveProperty("href");
  });
});
