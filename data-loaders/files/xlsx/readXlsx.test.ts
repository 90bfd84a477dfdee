import {mkdtempSync, readFileSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {strFromU8, strToU8, unzipSync, zipSync} from "fflate";
import {describe, expect, it} from "vitest";
import {fixture} from "../../../test/support/files/fixture.js";
import {rowsOf} from "../../../test/support/files/rowsOf.js";
import {readRawTable} from "../readRawTable.js";

const read = (name: string) => readRawTable(fixture(name));

describe("a workbook that LibreOffice wrote", () => {
  it("gives the first sheet with a text, each cell as text, and the sheet’s own row numbers", async () => {
    const table = await read("libreoffice.xlsx");
    expect(table.format).toBe("xlsx");
    expect(table.details).toEqual({sheet: "Svar", sheetsNotRead: "Notater", emptyRows: "1"});
    expect(table.rowNumbers).toEqual(Int32Array.of(3, 5, 6));
    expect(rowsOf(table)).toEqual([
      ["kommunenr", "navn", "levert", "klokken", "tid", "vekt", "andel", "sum", "bruker", "feil", "kommentar"],
      [
        "0301",
        "Oslo",
        "2011-03-01",
        "2011-03-01T08:05:09",
        "08:05:00",
        "1234567.5",
        "0.58",
        "2469135",
        "TRUE",
        "#N/A",
        'To\nlinjer; "sitat", og komma',
      ],
      [
        "1103",
        "Sør-Varanger / Mátta-Várjjat",
        "2011-10-30",
        "2011-10-30T02:30:00",
        "23:59:00",
        "0.1",
        "1",
        "0.1-kr",
        "FALSE",
        "#DIV/0!",
        " čđŋšŧž ÁČ ",
      ],
      ["2030", "Tromsø", "", "", "", "-12", "", "", "", "", ""],
    ]);
  });
});

describe("a workbook that exceljs wrote", () => {
  it("passes hidden sheets over and joins the runs of a text in several styles", async () => {
    const table = await read("exceljs.xlsx");
    expect(table.details).toEqual({sheet: "Svar", sheetsNotRead: "Skjult"});
    expect(rowsOf(table)).toEqual([
      ["kommunenr", "navn", "levert", "tid", "varighet", "vekt", "sum", "feil", "bruker"],
      ["0301", "Oslo", "2011-03-01", "2011-03-01T08:05:09", "36:00:00", "1234567.5", "2469135", "#N/A", "TRUE"],
      ["1103", " Bø\n\r ", "1999-12-31", "2011-10-30T02:30:00.500", "06:00:00", "0.1", "ab", "#DIV/0!", "FALSE"],
    ]);
  });

  it("reads days counted from 1904", async () => {
    expect(rowsOf(await read("exceljs-1904.xlsx"))).toEqual([["levert"], ["2011-03-01"]]);
  });

  it("reads days counted from 1904 beside what Excel for Mac adds", async () => {
    const parts = unzipSync(readFileSync(fixture("exceljs-1904.xlsx")));
    const workbook = strFromU8(parts["xl/workbook.xml"]);
    const added = '<extLst><ext xmlns:x14="x"><x14:workbookPr defaultImageDpi="32767"/></ext></extLst></workbook>';
    parts["xl/workbook.xml"] = strToU8(workbook.replace("</workbook>", added));
    const path = join(mkdtempSync(join(tmpdir(), "xlsx-")), "mac.xlsx");
    writeFileSync(path, zipSync(parts));
    expect(rowsOf(await readRawTable(path))).toEqual([["levert"], ["2011-03-01"]]);
  });

  it("finds the header below a title", async () => {
    const table = await read("exceljs-title.xlsx");
    expect(table.details).toEqual({sheet: "Svar", headerRow: "3", emptyRows: "1"});
    expect(rowsOf(table)[0]).toEqual(["kommunenr", "navn"]);
  });

  it.each([
    ["exceljs-merged.xlsx", 'merged cells: split them up first: "A2:A3" (exceljs-merged.xlsx)'],
    [
      "exceljs-not-worked-out.xlsx",
      "formula without its result: open the file in a spreadsheet program and save it (exceljs-not-worked-out.xlsx, row 2, column B)",
    ],
    ["exceljs-empty.xlsx", "no sheet has a text in it (exceljs-empty.xlsx)"],
  ])("refuses %s and says why", async (name, message) => {
    await expect(read(name)).rejects.toThrow(message);
  });
});
