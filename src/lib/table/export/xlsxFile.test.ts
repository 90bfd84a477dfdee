import {mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {strFromU8, unzipSync} from "fflate";
import {describe, expect, it} from "vitest";
import {readRawTable} from "../../../../data-loaders/files/readRawTable.js";
import {type XlsxSheet, xlsxFile} from "./xlsxFile.js";

const patterns = {percent: "0%", count: "#,##0", mean: "0.0"};

/** A workbook as the project’s own reader of respondents’ files finds it. */
async function read(sheets: readonly XlsxSheet[]) {
  const folder = await mkdtemp(join(tmpdir(), "xlsx-"));
  const path = join(folder, "table.xlsx");
  await writeFile(path, xlsxFile(sheets, patterns));
  const {columns, details} = await readRawTable(path);
  await rm(folder, {recursive: true});
  return {
    details,
    columns: columns.map(({header, codes, values}) => [header, ...Array.from(codes, (code) => values[code])]),
  };
}

const xmlOf = (sheets: readonly XlsxSheet[]) =>
  strFromU8(unzipSync(xlsxFile(sheets, patterns))["xl/worksheets/sheet1.xml"]);

const head = ["navn", "andel", "antall"].map((value) => ({value}));
const sheet: XlsxSheet = {
  name: "Tall & tegn",
  widths: [20, 10, 10],
  frozenRows: 1,
  rows: [
    head,
    [{value: "Bø, «Ål» & <b>"}, {value: 0.54, style: "percent"}, {value: 1234.5, style: "count", lowPrecision: true}],
    [{value: "=SUM(A1:A2)"}, {value: null}, {value: 0, style: "mean"}],
    [{value: " to  rom \n_x0041_"}, {value: ":", style: "symbol"}, {value: -1e-7}],
  ],
};

describe("xlsxFile", () => {
  it("is read back as it was written: texts as texts, numbers as numbers, nothing as nothing", async () => {
    const {columns} = await read([sheet]);
    expect(columns).toEqual([
      ["navn", "Bø, «Ål» & <b>", "=SUM(A1:A2)", " to  rom \n_x0041_"],
      ["andel", "0.54", "", ":"],
      ["antall", "1234.5", "0", "-1e-7"],
    ]);
  });

  it("has its sheets in order, by name", async () => {
    const {details} = await read([sheet, {...sheet, name: "Andre"}]);
    expect(details).toMatchObject({sheet: "Tall & tegn", sheetsNotRead: "Andre"});
  });

  it("names its columns as spreadsheets do", () => {
    const row = Array.from({length: 703}, (_, at) => ({value: at}));
    const places = [...xmlOf([{name: "x", widths: [], rows: [row]}]).matchAll(/ r="([A-Z]+)1"/g)];
    const at = (column: number) => places[column][1];
    expect([0, 25, 26, 51, 52, 701, 702].map(at)).toEqual(["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
  });

  it("tells programs to keep spaces at the ends of texts", () => {
    expect(xmlOf([sheet])).toContain('<t xml:space="preserve"> to  rom ');
  });
});
