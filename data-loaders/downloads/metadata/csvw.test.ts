import {describe, expect, it} from "vitest";
import {exampleSurvey} from "../../../test/support/exampleSurvey.js";
import {openProducts} from "../products.js";

const about = {title: "", description: "", version: "1.0.0", created: "2026-11-23", licences: [], sources: []};

describe("csv-metadata.json", () => {
  const products = openProducts(exampleSurvey, about);
  const textOf = (path: string) => {
    const blocks = products.find((each) => each.path === path)?.blocks() ?? [];
    return [...blocks].map((block) => block.toString()).join("");
  };
  const metadata = JSON.parse(textOf("csv-metadata.json"));

  it("describes every CSV file beside it, column by column", () => {
    const tables = products.map(({path}) => path).filter((path) => path.endsWith(".csv"));
    expect(metadata.tables.map(({url}: {url: string}) => url)).toEqual(tables);
    for (const {url, tableSchema} of metadata.tables) {
      const [header] = textOf(url).replace("\ufeff", "").split("\r\n");
      expect(tableSchema.columns.map(({titles}: {titles: string}) => titles).join(",")).toBe(header);
    }
  });

  it("tells codes for the lack of an answer from answers, which are of the type it says", () => {
    const [{url, tableSchema}] = metadata.tables;
    const [, ...rows] = textOf(url).trim().split("\r\n");
    const pattern: Record<string, RegExp> = {
      string: /./,
      integer: /^\d+$/,
      number: /^\d+(\.\d+)?$/,
      date: /^\d{4}-\d\d-\d\d$/,
    };
    for (const row of rows)
      for (const [at, text] of row.split(",").entries()) {
        const {datatype, null: missing = []} = tableSchema.columns[at];
        if (!missing.includes(text)) expect(text, tableSchema.columns[at].name).toMatch(pattern[datatype]);
      }
  });
});
