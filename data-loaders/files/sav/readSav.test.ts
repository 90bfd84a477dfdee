import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
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

const textsOf = (table: RawTable, header: string) => {
  const {values, codes} = column(table, header);
  return [...codes].map((code) => values[code]);
};

describe("a file that haven wrote", () => {
  it.each([
    ["haven-none.sav", "sav", "none"],
    ["haven-byte.sav", "sav", "bytecode"],
    ["haven-zlib.zsav", "zsav", "zlib"],
  ])("%s comes back value for value", async (name, format, compression) => {
    const table = await read(name);
    expect(table).toMatchObject({file: name, format, rows: 4, rowNumbers: Int32Array.of(1, 2, 3, 4)});
    expect(table.details).toEqual({
      encoding: "utf-8",
      compression,
      byteOrder: "little-endian",
      writtenBy: "@(#) SPSS DATA FILE - https://github.com/WizardMac/ReadStat",
    });
    expect(rowsOf(table)).toEqual([
      [
        "kommunenr",
        "navn",
        "bruker",
        "alder",
        "rolle",
        "levert",
        "tid",
        "vekt",
        "eight",
        "kommentar",
        "et_veldig_langt_variabelnavn",
      ],
      [
        "0301",
        "Oslo",
        "1",
        "17",
        "a",
        "2011-03-01",
        "2011-03-01T08:05:09",
        "0.1",
        "12345678",
        "æøå ".repeat(60).trimEnd(),
        "1",
      ],
      [
        "1103",
        "Sandnes",
        "2",
        "98",
        "b",
        "2011-12-31",
        "2011-10-30T02:30:00",
        "0.3333333333333333",
        "123456789",
        'to\nlinjer; "sitat"',
        "2",
      ],
      ["2030", "Sør-Varanger / Mátta-Várjjat", "9", "99", "x", "", "", "1000000000000000000000", "", "čđŋšŧž ÁČ", "3"],
      [
        "1902",
        "Tromsø",
        "",
        "40.5",
        "",
        "1999-02-28",
        "1970-01-01T00:00:00",
        "-1234567.25",
        "1234567",
        "0123456789".repeat(60),
        "4",
      ],
    ]);
  });

  it("keeps labels, and names the values declared missing that occur", async () => {
    const table = await read("haven-byte.sav");
    const {label, valueLabels, userMissing} = column(table, "bruker");
    expect(label).toBe("Bruker sosiale medier nå?");
    expect([...valueLabels]).toEqual([
      ["1", "Ja"],
      ["2", "Nei"],
      ["8", "Vet ikke"],
      ["9", "Ubesvart"],
    ]);
    expect([...userMissing]).toEqual(["9"]);
    expect([...column(table, "alder").userMissing]).toEqual(["98", "99"]);
    expect([...column(table, "rolle").userMissing]).toEqual(["x"]);
    expect(column(table, "rolle").valueLabels).toEqual(
      new Map([
        ["a", "Rådmann"],
        ["b", "Annet"],
      ]),
    );
    expect(column(table, "vekt").label).toBeNull();
  });

  it("gives what haven and PSPP read from the simulated survey", async () => {
    const table = await read("kommune_a_60.sav");
    const told = JSON.parse(readFileSync(fixture("kommune_a_60.sav.json"), "utf8"));
    expect(table.rows).toBe(told.rows);
    expect(table.columns.map(({header}) => header)).toEqual(told.columns.map(({name}: {name: string}) => name));
    for (const {name, label, value_labels, user_missing, n_system_missing, first5, sum, type} of told.columns) {
      const texts = textsOf(table, name);
      expect(texts.slice(0, 5)).toEqual(first5.map((value: unknown) => (value === null ? "" : String(value))));
      expect(column(table, name).label).toBe(label);
      const labels = (value_labels ?? []).map((each: {value: number; label: string}) => [
        String(each.value),
        each.label,
      ]);
      expect([...column(table, name).valueLabels]).toEqual(labels);
      expect([...column(table, name).userMissing]).toEqual((user_missing ?? []).map(String));
      if (type !== "number") continue;
      expect(texts.filter((text) => text === "")).toHaveLength(n_system_missing);
      expect(texts.reduce((total, text) => total + Number(text), 0)).toBeCloseTo(sum, 9);
    }
  });
});

describe("a file that PSPP wrote", () => {
  it.each(["pspp-none.sav", "pspp-byte.sav", "pspp-zlib.zsav", "big-endian.sav"])(
    "%s comes back value for value, with dates and times in every format",
    async (name) => {
      const table = await read(name);
      expect(table.rows).toBe(4);
      expect(table.details.byteOrder).toBe(name === "big-endian.sav" ? "big-endian" : "little-endian");
      const ofColumn = (header: string) => textsOf(table, header);
      expect(ofColumn("kommunenr")).toEqual(["0301", "1103", "2030", "1902"]);
      expect(ofColumn("navn")).toEqual(["Oslo", "Sandnes", "Sør-Varanger / Mátta-Várjjat", "Tromsø"]);
      expect(ofColumn("bruker")).toEqual(["1", "2", "9", ""]);
      expect(ofColumn("alder")).toEqual(["17", "98", "", "40.5"]);
      expect(ofColumn("poeng")).toEqual(["-5", "150", "0", "12.5"]);
      for (const header of ["d", "a", "e", "s", "j"]) {
        expect(ofColumn(header)).toEqual(["2011-03-01", "2011-12-31", "", "1600-01-01"]);
      }
      expect(ofColumn("m")).toEqual(["2011-03-01", "2011-12-01", "", "1600-01-01"]);
      expect(ofColumn("q")).toEqual(["2011-01-01", "2011-10-01", "", "1600-01-01"]);
      expect(ofColumn("t")).toEqual(["08:05:09", "23:59:59", "", "30:00:00"]);
      expect(ofColumn("v")).toEqual(["26:03:04", "00:00:00", "", "-51:00:00"]);
      for (const header of ["k", "y"]) {
        expect(ofColumn(header)).toEqual(["2011-03-01T08:05:09", "2011-12-31T23:59:59", "", "1600-01-01T00:00:00"]);
      }
      expect(ofColumn("w")).toEqual(["3", "7", "", "1"]);
      expect(ofColumn("o")).toEqual(["3", "12", "", "1"]);
    },
  );

  it.each(["pspp-none.sav", "pspp-byte.sav", "pspp-zlib.zsav", "big-endian.sav"])(
    "%s keeps long texts, labels and missing values of every kind",
    async (name) => {
      const table = await read(name);
      expect(textsOf(table, "lang")).toEqual(Array(4).fill("12345678".repeat(32)));
      const [first, second] = textsOf(table, "kommentar");
      expect(first).toBe("Første linje; «sitat» æøå čđŋ");
      expect(second).toMatch(/^æ{127}.?ø(0123456789){29,30}\d*\.$/);
      const labelled = (header: string) => Object.fromEntries(column(table, header).valueLabels);
      expect(labelled("bruker")).toEqual({1: "Ja", 2: "Nei", 9: "Ubesvart"});
      expect(labelled("rolle")).toEqual({a: "Rådmann", b: "Annet"});
      expect(labelled("et_langt_navn_på_kode")).toEqual({"ukjent svar": "Ukjent", svar: "Et svar"});
      expect(labelled("poeng")).toEqual({"-5": "Fem under", "12.5": "Tolv og en halv"});
      expect(labelled("d")).toEqual({"2011-03-01": "Første dag"});
      const missing = (header: string) => [...column(table, header).userMissing];
      expect(missing("bruker")).toEqual(["9"]);
      expect(missing("alder")).toEqual(["98"]);
      expect(missing("poeng")).toEqual(["-5", "0"]);
      expect(missing("rolle")).toEqual(["x"]);
      expect(missing("et_langt_navn_på_kode")).toEqual(["svar"]);
      expect(column(table, "kommentar").label).toBe("Kommentar, fritt");
    },
  );

  it("reads Windows-1252 with its dashes, in answers, names and labels", async () => {
    const table = await read("pspp-1252.sav");
    expect(table.details.encoding).toBe("windows-1252");
    expect(rowsOf(table)).toEqual([
      ["navn", "svar_på_spørsmål"],
      ["Tromsø", "1"],
      ["Bærum", "2"],
      ["Ål – ål", "1"],
    ]);
    expect(column(table, "navn").label).toBe("Kommunens navn på bokmål");
    expect(column(table, "svar_på_spørsmål").valueLabels.get("1")).toBe("Ja – nå");
  });

  it("says which columns belong to one question, how they are measured and which is the weight", async () => {
    const table = await read("pspp-sets.sav");
    const channels = ["channel_facebook", "channel_twitter", "channel_blog"];
    const most = ["most_used_first", "most_used_second"];
    expect(table.multipleSets).toEqual([
      {name: "$channels", label: "Which channels – all", columns: channels, counted: "1", isNamedByValue: false},
      {name: "$most", label: "Most used", columns: most, counted: null, isNamedByValue: false},
      {name: "$reads", label: "Reads", columns: ["read_paper", "read_web"], counted: "1", isNamedByValue: true},
    ]);
    expect(table.weightedBy).toBe("wt");
    const measures = ["uses", "satisfied", "age"].map((header) => column(table, header).measure);
    expect(measures).toEqual(["nominal", "ordinal", "scale"]);
  });

  it("reads on over the end of a compressed block", async () => {
    const table = await read("pspp-blocks.zsav");
    expect(table.rows).toBe(15_000);
    const numbers = textsOf(table, "nummer");
    expect(numbers.every((number, at) => number === String((at + 1) % 100))).toBe(true);
    const texts = textsOf(table, "lang");
    expect(texts.slice(0, -1).every((text) => text === "")).toBe(true);
    expect(texts.at(-1)).toBe("siste");
  });
});

describe("readSav(raw)", () => {
  it.each(["haven-no-rows.sav", "pspp-no-rows.sav"])("refuses %s, which has no rows", async (name) => {
    await expect(read(name)).rejects.toThrow(`no rows (${name})`);
  });
});
