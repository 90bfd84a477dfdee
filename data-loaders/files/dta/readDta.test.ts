import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {fixture} from "../../../test/support/files/fixture.js";
import {rowsOf} from "../../../test/support/files/rowsOf.js";
import type {RawColumn, RawTable} from "../rawTable.js";
import {readRawTable} from "../readRawTable.js";

const read = (name: string) => readRawTable(fixture(name));

function column({columns}: RawTable, header: string): RawColumn {
  const found = columns.find((each) => each.header === header);
  if (!found) throw new Error(`no column ${header}`);
  return found;
}

const namesOfHaven = ["kommunenr", "navn", "bruker", "nivaa", "vekt", "levert", "tid", "kommentar", "lang"];

describe("a file that haven wrote", () => {
  it.each(["117", "118", "119"])("for release %s comes back value for value", async (release) => {
    const table = await read(`haven-${release}.dta`);
    expect(table).toMatchObject({format: "dta", rows: 4, rowNumbers: Int32Array.of(1, 2, 3, 4)});
    expect(table.details).toEqual({encoding: "utf-8", release, byteOrder: "little-endian"});
    const moments = ["2011-03-01T08:05:09", "2011-10-30T02:30:00", "", "1970-01-01T00:00:00"];
    expect(rowsOf(table)).toEqual([
      namesOfHaven,
      ["0301", "Oslo", "1", "-1", "0.1", "2011-03-01", moments[0], "æøå; « sitat »", "æøå ".repeat(900)],
      ["1103", "Sandnes", "2", "100", "0.3333333333333333", "2011-12-31", moments[1], "to\nlinjer", "kort"],
      ["2030", "Sør-Varanger / Mátta-Várjjat", ".a", "", "1000000000000000000000", "", "", "", ""],
      [
        "1902",
        "Tromsø",
        "",
        "2147483620",
        "-1234567.25",
        "1959-12-31",
        moments[3],
        "čđŋšŧž ÁČ ",
        "0123456789".repeat(300),
      ],
    ]);
  });

  it.each(["117", "118", "119"])("for release %s keeps labels, and missing values by their reason", async (release) => {
    const {label, valueLabels, userMissing} = column(await read(`haven-${release}.dta`), "bruker");
    expect(label).toBe("Bruker sosiale medier nå?");
    expect(Object.fromEntries(valueLabels)).toEqual({1: "Ja", 2: "Nei", ".a": "Vet ikke", ".z": "Vil ikke svare"});
    expect([...userMissing]).toEqual([".a"]);
  });

  it("without rows is refused", async () => {
    await expect(read("haven-no-rows.dta")).rejects.toThrow("no rows (haven-no-rows.dta)");
  });
});

describe("a file that pandas wrote", () => {
  const names = ["pandas-114.dta", "pandas-117.dta", "pandas-118.dta", "pandas-119.dta", "pandas-big-endian.dta"];
  it.each(names)("%s keeps numbers to the limits of their types", async (name) => {
    const table = await read(name);
    const textsOf = (header: string) => column(table, header).values;
    expect(textsOf("en_byte")).toEqual(["-127", "100", "0", "1"]);
    expect(textsOf("to_byte")).toEqual(["-32767", "32740", "0", "1"]);
    expect(textsOf("fire_byte")).toEqual(["-2147483647", "2147483620", "0", "1"]);
    expect(textsOf("enkel")).toEqual(["0.1", BigInt(1.7e38).toString(), "", "-3.5"]);
    expect(textsOf("dobbel")).toEqual(["0.1", BigInt(8.9e307).toString(), "", "5e-324"]);
  });

  it.each(names)("%s gives dates in every format, of a period its first day", async (name) => {
    const table = await read(name);
    const textsOf = (header: string) => column(table, header).values;
    expect(textsOf("td")).toEqual(["2011-03-01", "2011-12-31", "", "1960-01-01"]);
    expect(textsOf("tm")).toEqual(["2011-03-01", "2011-12-01", "", "1960-01-01"]);
    expect(textsOf("tq")).toEqual(["2011-01-01", "2011-10-01", "", "1960-01-01"]);
    expect(textsOf("th")).toEqual(["2011-01-01", "2011-07-01", "", "1960-01-01"]);
    expect(textsOf("ty")).toEqual(["2011", "", "1960"]);
    // For 31 December pandas writes the first week of 2012, which has its first day here.
    expect(textsOf("tw")).toEqual(["2011-02-26", "2012-01-01", "", "1960-01-01"]);
    expect(textsOf("tc")).toEqual(["2011-03-01T08:05:09", "2011-12-31T23:59:59", "", "1959-12-31T12:00:00"]);
  });

  it.each(names)("%s keeps texts as they are, and labels", async (name) => {
    const table = await read(name);
    expect(column(table, "tekst").values).toEqual(["Bodø", /11[47]/.test(name) ? "Bærum" : "Kárášjohka", "", " Ås "]);
    expect(column(table, "tekst").label).toBe("Sted på kartet");
    expect([...column(table, "en_byte").valueLabels.values()]).toEqual(["Minst", "Størst"]);
    expect(Object.fromEntries(column(table, "rolle").valueLabels)).toEqual({0: "Annet", 1: "Rådmann"});
  });

  it("keeps long texts, once each", async () => {
    for (const name of names.slice(1, 4)) {
      const {values, codes} = column(await read(name), "lang");
      expect(values, name).toEqual(["æ".repeat(3000), "", "Ålesund – «kort»"]);
      expect([...codes]).toEqual([0, 1, 2, 0]);
    }
  });
});

describe("a text of release 117", () => {
  it("is read as Windows-1252 where it is no UTF-8", async () => {
    const table = await read("readstata13-1252.dta");
    expect(table.details.encoding).toBe("windows-1252");
    expect(column(table, "navn").values).toEqual(["Oslo", "Sandnes", "Sør-Varanger / Mátta-Várjjat", "Tromsø"]);
  });

  it("may be in one encoding and long texts in another, as pandas writes them", async () => {
    expect((await read("pandas-117.dta")).details.encoding).toBe("windows-1252, utf-8");
  });
});

describe("a file of an old release", () => {
  it.each(["108", "110", "113"])("%s that R wrote comes back value for value", async (release) => {
    const table = await read(`foreign-${release}.dta`);
    expect(table.details).toEqual({encoding: "windows-1252", release, byteOrder: "little-endian"});
    // Of release 113 R writes what is missing as .z, and a number that Stata has no room for as .y.
    const [missing, tooLarge] = release === "113" ? [".z", ".y"] : ["", "2147483646"];
    expect(rowsOf(table)).toEqual([
      ["svar", "antall", "vekt", "navn", "dag"],
      ["1", "1", "0.1", "Oslo", "18687"],
      ["2", missing, "0.3333333333333333", "Tromsø", ""],
      [missing, "-32767", "", "Ås", "-1"],
      ["1", tooLarge, BigInt(-1e300).toString(), "Sandnes", "18992"],
    ]);
    expect(Object.fromEntries(column(table, "svar").valueLabels)).toEqual({1: "Ja", 2: "Nei"});
  });

  it("before Stata 6 is refused by name", async () => {
    await expect(read("foreign-105.dta")).rejects.toThrow(
      "seems to be a Stata file of the old format 105: save it again in Stata 6 or later (foreign-105.dta)",
    );
  });
});

describe("a file with a defect", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "dta-"));
  });
  afterAll(() => rmSync(folder, {recursive: true}));

  function changed(name: string, change: (bytes: Buffer) => void): Promise<RawTable> {
    const bytes = readFileSync(fixture(name));
    change(bytes);
    const path = join(folder, "a.dta");
    writeFileSync(path, bytes);
    return readRawTable(path);
  }

  it("keeps a number that Stata does not have as what it is", async () => {
    const table = await changed("pandas-118.dta", (bytes) =>
      bytes.writeDoubleLE(Number.NEGATIVE_INFINITY, bytes.indexOf("<data>") + 6 + 11),
    );
    expect(column(table, "dobbel").values[0]).toBe("-Infinity");
  });

  it("is refused when it is of a release to come, or something follows", async () => {
    const later = changed("haven-118.dta", (bytes) => bytes.write("121", bytes.indexOf("118")));
    await expect(later).rejects.toThrow('unknown release of .dta file: save it for Stata 13, 14 or 15: "121" (a.dta)');
    writeFileSync(join(folder, "a.dta"), Buffer.concat([readFileSync(fixture("haven-118.dta")), Buffer.of(0)]));
    await expect(readRawTable(join(folder, "a.dta"))).rejects.toThrow("bytes after the end of the data: 1 (a.dta)");
  });
});
