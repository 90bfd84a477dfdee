import {parse} from "csv-parse/sync";
import {describe, expect, it} from "vitest";
import {exampleTable} from "../../../../test/support/exampleTable.js";
import {longColumns, tableCsv} from "./longTable.js";

const read = (text: string): Record<string, string>[] =>
  parse(text, {bom: true, columns: true, record_delimiter: "\r\n"});

describe("tableCsv", () => {
  it("has one line a cell, with every number", () => {
    const lines = read(tableCsv([exampleTable()], {lang: "nb"}));
    expect(lines).toHaveLength(8);
    expect(lines[0]).toMatchObject({
      data: "stand-in",
      rank: "standIn",
      rank_label: "konstruerte svar",
      measure: "columnPercent",
      weighted: "yes",
      filters: "county=03|12",
      filter_labels: "Fylke: Oslo eller Hordaland",
      row_variable: "channels",
      row: "facebook",
      column_variable: "size",
      column: "all",
      column_label: "Alle",
      estimate: "0.54",
      low: "0.48",
      high: "0.6",
      standard_error: "0.03",
      unweighted_count: "54",
      unweighted_base: "100",
      weighted_count: "81",
      weighted_base: "150",
      status: "published",
      low_precision: "no",
    });
  });

  it("leaves empty what is not there, never 0, and says why", () => {
    const lines = read(tableCsv([exampleTable()], {lang: "en"}));
    expect(lines[3]).toMatchObject({status: "suppressed", estimate: "", unweighted_count: "", low_precision: ""});
    expect(lines[4]).toMatchObject({status: "published", estimate: "0", unweighted_count: "0"});
    expect(lines[5]).toMatchObject({status: "published", estimate: "", unweighted_base: "0"});
  });

  it("has the same columns in both languages, the first saying whether respondents are made up", () => {
    const [nb, en] = (["nb", "en"] as const).map((lang) => tableCsv([exampleTable()], {lang}).split("\r\n")[0]);
    expect(nb).toBe(en);
    expect(nb).toBe(`\ufeff${longColumns.join(",")}`);
    expect(longColumns[0]).toBe("data");
    expect(read(tableCsv([exampleTable({rank: "estimated"})], {lang: "en"}))[0].data).toBe("survey");
  });

  it("makes harmless what a spreadsheet would run, and quotes by RFC 4180", () => {
    const text = tableCsv([exampleTable()], {lang: "nb"});
    expect(text).toContain(`,other,"'=1+1, ""andre""",`);
    expect(read(text)[4].row_label).toBe(`'=1+1, "andre"`);
    expect(text).toMatch(/\r\n$/);
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  });

  it("leaves plain numbers plain", () => {
    const table = exampleTable();
    const rows = [
      {...table.rows[0], code: "-1"},
      {...table.rows[1], code: "@x"},
    ];
    const lines = read(tableCsv([{...table, rows}], {lang: "nb"}));
    expect([lines[0].row, lines[4].row]).toEqual(["-1", "'@x"]);
  });
});
