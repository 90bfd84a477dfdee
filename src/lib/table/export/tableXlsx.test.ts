import {strFromU8, unzipSync} from "fflate";
import {JSDOM} from "jsdom";
import {describe, expect, it, vi} from "vitest";
import {exampleTable} from "../../../../test/support/exampleTable.js";
import {longColumns} from "./longTable.js";
import {tableXlsx} from "./tableXlsx.js";

interface ReadCell {
  type: string | null;
  text: string;
  pattern: string;
}

const {DOMParser} = new JSDOM("").window;
const parsed = (xml: Uint8Array) => {
  const document = new DOMParser().parseFromString(strFromU8(xml), "text/xml");
  expect(document.querySelector("parsererror")).toBeNull();
  return document;
};

/** Cells of a sheet by their place, read apart from what wrote them. */
async function read(sheet: 1 | 2, lang: "nb" | "en" = "nb", own = {}): Promise<Map<string, ReadCell>> {
  const parts = unzipSync(await tableXlsx([exampleTable(own)], {lang}));
  const styles = parsed(parts["xl/styles.xml"]);
  const patterns = new Map(
    [...styles.querySelectorAll("numFmt")].map((each) => [
      each.getAttribute("numFmtId"),
      each.getAttribute("formatCode"),
    ]),
  );
  const xfs = [...styles.querySelectorAll("cellXfs xf")].map(
    (xf) => patterns.get(xf.getAttribute("numFmtId")) ?? "General",
  );
  const cells = [...parsed(parts[`xl/worksheets/sheet${sheet}.xml`]).querySelectorAll("c")];
  return new Map(
    cells.map((cell) => [
      cell.getAttribute("r") as string,
      {type: cell.getAttribute("t"), text: cell.textContent ?? "", pattern: xfs[Number(cell.getAttribute("s"))]},
    ]),
  );
}

/** What each entry in a zip archive’s directory begins with. */
const directoryEntry = Buffer.from([0x50, 0x4b, 1, 2]);

const rowOf = (cells: Map<string, ReadCell>, row: number) =>
  [...cells].filter(([at]) => at.replace(/\D/g, "") === String(row)).map(([, {text}]) => text);

describe("tableXlsx", () => {
  it("shows the table under what it is about", async () => {
    const cells = await read(1);
    expect(cells.get("A1")?.text).toBe("Kanaler, etter «Størrelse»");
    expect(cells.get("A4")?.text).toBe("Filtre: Fylke: Oslo eller Hordaland.");
    expect(cells.get("A2")?.text).toMatch(/^Konstruerte svar: /);
    expect(rowOf(cells, 9)).toEqual(["Kanaler (konstruerte svar)", "Alle", "Små", "Store", "Ingen", "Status"]);
    expect(rowOf(cells, 10)).toEqual(["Facebook", "0.54", "3 av 4", String(1 / 3), ":", "konstruerte svar"]);
    expect(rowOf(cells, 11)[1]).toBe("48–60");
    expect(rowOf(cells, 12)).toEqual(['=1+1, "andre"', "0", "..", "..", ".", "konstruerte svar"]);
    expect(rowOf(cells, 14)).toEqual(["Antall som svarte (n)", "1234", "4", "20", ":", "konstruerte svar"]);
    expect(rowOf(cells, 15)).toEqual(["* Usikkert tall: få svar eller bredt konfidensintervall."]);
  });

  it("has numbers as numbers, written as per cent, with a star where they are uncertain", async () => {
    const nb = await read(1);
    expect(nb.get("B10")).toEqual({type: null, text: "0.54", pattern: "0\\\u00a0%"});
    expect(nb.get("D10")?.pattern).toBe('0\\\u00a0%"*"');
    expect(nb.get("B14")?.pattern).toBe('#,##0;-#,##0;"-"');
    expect((await read(1, "en")).get("B10")?.pattern).toBe("0%");
    expect((await read(1, "en", {measure: "mean"})).get("B10")?.pattern).toBe("0.00");
  });

  it("has one line a cell in its second sheet", async () => {
    const cells = await read(2);
    expect(rowOf(cells, 1)).toEqual([...longColumns]);
    expect(cells.get("A2")?.text).toBe("stand-in");
    const estimate = String.fromCharCode(65 + longColumns.indexOf("estimate"));
    expect(cells.get(`${estimate}2`)).toMatchObject({type: null, text: "0.54"});
    expect(cells.has(`${estimate}5`)).toBe(false);
    expect(cells.has("A9")).toBe(true);
    expect(cells.has("A10")).toBe(false);
  });

  it("has texts that are never formulas", async () => {
    const cells = await read(1);
    expect(cells.get("A12")).toMatchObject({type: "inlineStr", text: '=1+1, "andre"'});
    const parts = unzipSync(await tableXlsx([exampleTable()], {lang: "nb"}));
    for (const sheet of [1, 2]) expect(strFromU8(parts[`xl/worksheets/sheet${sheet}.xml`])).not.toContain("<f");
  });

  it("is the same bytes every time, at any hour and in any zone", async () => {
    const first = await tableXlsx([exampleTable()], {lang: "nb"});
    vi.stubEnv("TZ", "Pacific/Kiritimati");
    const second = await tableXlsx([exampleTable()], {lang: "nb"});
    vi.unstubAllEnvs();
    expect(Buffer.compare(first, second)).toBe(0);
  });

  it("has no day in it but the first that zip knows", async () => {
    const bytes = Buffer.from(await tableXlsx([exampleTable()], {lang: "nb"}));
    const noonOf1January1980 = (1 << 21) | (1 << 16) | (12 << 11);
    for (let at = bytes.indexOf(directoryEntry); at >= 0; at = bytes.indexOf(directoryEntry, at + 1))
      expect(bytes.readUInt32LE(at + 12)).toBe(noonOf1January1980);
  });

  it("leaves out what XML cannot hold, and keeps what the format would unescape", async () => {
    const table = exampleTable();
    const rows = [{...table.rows[0], label: {nb: "a\u0000b & <c> _x000D_ 😀\ud800", en: ""}}, table.rows[1]];
    expect((await read(1, "nb", {rows})).get("A10")?.text).toBe("ab & <c> _x005F_x000D_ 😀");
  });
});
