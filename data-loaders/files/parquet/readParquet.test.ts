import {mkdtempSync, readFileSync, rmSync, statSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {DuckDBInstance} from "@duckdb/node-api";
import {parquetWriteBuffer} from "hyparquet-writer";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {fixture} from "../../../test/support/files/fixture.js";
import {rowsOf} from "../../../test/support/files/rowsOf.js";
import type {RawTable} from "../rawTable.js";
import {readRawTable} from "../readRawTable.js";

const read = (name: string) => readRawTable(fixture(name));
const navn = ["Oslo", "Sør-Varanger / Mátta-Várjjat", "", "čđŋšŧž ÁČ; «sitat»"];
const float = (value: number) => BigInt(value).toString();

const columnsOf = (table: RawTable) =>
  Object.fromEntries(table.columns.map(({header, codes, values}) => [header, [...codes].map((code) => values[code])]));

describe("a file that DuckDB wrote", () => {
  it.each([
    ["duckdb-snappy.parquet", "snappy"],
    ["duckdb-gzip.parquet", "gzip"],
    ["duckdb-zstd.parquet", "zstd"],
    ["duckdb-plain.parquet", "uncompressed"],
    ["duckdb-v2.parquet", "snappy"],
  ])("%s comes back value for value", async (name, compression) => {
    const table = await read(name);
    expect(table).toMatchObject({format: "parquet", rows: 4, rowNumbers: Int32Array.of(1, 2, 3, 4)});
    expect(table.details.compression).toBe(compression);
    expect(table.details.writtenBy).toMatch(/^DuckDB/);
    expect(columnsOf(table)).toEqual({
      kommunenr: ["0301", "1103", "2030", "1902"],
      navn,
      bruker: ["TRUE", "FALSE", "", "TRUE"],
      liten: ["17", "-128", "", "127"],
      stor: ["-9223372036854775808", "9223372036854775807", "", "0"],
      uten_fortegn: ["18446744073709551615", "0", "", "1"],
      enkel: ["0.1", float(1.7e38), "", "-3.5"],
      dobbel: ["0.1", "1000000000000000000000", "", "5e-324"],
      desimal: ["1.1", "-0.05", "", "0"],
      lang_desimal: ["12345678901234567890.123", "-0.001", "", "0"],
      dag: ["2011-03-01", "1959-12-31", "", "2011-12-31"],
      tid: ["2011-03-01T08:05:09.123456", "1969-12-31T23:59:59.5", "", "2011-12-31T00:00:00"],
      klokke: ["08:05:09", "23:59:59", "", "00:00:00"],
      rolle: ["ja", "nei", "", "ja"],
      id: ["4fd38f5c-8a4e-4f0a-9f2b-3f4b8c5f0a11", "00000000-0000-0000-0000-000000000000", "", ""],
    });
  });

  it("in several groups of rows comes back in order", async () => {
    const {nr, navn, svar, vekt} = columnsOf(await read("duckdb-groups.parquet"));
    const numbers = Array.from({length: 5000}, (_, at) => at);
    expect(nr).toEqual(numbers.map(String));
    expect(navn).toEqual(numbers.map((number) => `kommune ${number % 7}`));
    expect(svar).toEqual(numbers.map((number) => (number % 5 > 0 ? String(number % 3) : "")));
    expect(vekt).toEqual(numbers.map((number) => String(number * 0.5)));
  });

  it.each([
    ["duckdb-no-rows.parquet", "no rows (duckdb-no-rows.parquet)"],
    ["duckdb-list.parquet", "column of lists or records: make a column of each (duckdb-list.parquet, column kanaler)"],
    [
      "duckdb-lz4.parquet",
      'compression that is not read: save it with Snappy or gzip: "LZ4_RAW" (duckdb-lz4.parquet, column nr)',
    ],
  ])("%s is refused by name", async (name, message) => {
    await expect(read(name)).rejects.toThrow(message);
  });
});

describe("a file that Polars wrote", () => {
  it.each(["zstd", "gzip", "brotli"])("with %s comes back, what is no number as nothing", async (compression) => {
    const table = await read(`polars-${compression}.parquet`);
    expect(table.details).toEqual({compression, writtenBy: "Polars"});
    expect(columnsOf(table)).toEqual({
      navn,
      rolle: ["Rådmann", "Annet", "", "Annet"],
      alder: ["17", "-2147483648", "", "2147483647"],
      vekt: ["0.1", "", "", "-1234567.25"],
      bruker: ["TRUE", "FALSE", "", "TRUE"],
      tid: ["2011-03-01T08:05:09", "1969-12-31T23:59:59.5", "", "1970-01-01T00:00:00"],
    });
  });
});

describe("a file that Arrow for Rust wrote", () => {
  it.each(["arrow-rs.parquet", "arrow-rs-encodings.parquet", "arrow-rs-lengths.parquet"])(
    "%s comes back",
    async (name) => {
      expect(columnsOf(await read(name))).toEqual({
        navn,
        alder: ["17", "-2147483648", "", "2147483647"],
        stor: ["-9223372036854775808", "9223372036854775807", "", "0"],
        enkel: ["0.1", float(1.7e38), "", "-3.5"],
        tid: ["2011-03-01T08:05:09.123Z", "1969-12-31T23:59:59.5Z", "", "1970-01-01T00:00:00Z"],
      });
    },
  );
});

it("a file that parquetjs wrote comes back", async () => {
  expect(rowsOf(await read("parquetjs.parquet"))).toEqual([
    ["navn", "alder", "tid", "klokke"],
    [navn[0], "-1", "2011-03-01T08:05:09.123456", "08:05:09"],
    [navn[1], "0", "2011-03-01T08:05:09.123457", "08:05:09.001"],
    [navn[2], "1", "2011-03-01T08:05:09.123458", "08:05:09.002"],
    [navn[3], "2", "2011-03-01T08:05:09.123459", "08:05:09.003"],
  ]);
});

describe("a file with a defect", () => {
  let path = "";
  beforeAll(() => {
    path = join(mkdtempSync(join(tmpdir(), "parquet-")), "a.parquet");
  });
  afterAll(() => rmSync(join(path, ".."), {recursive: true}));

  function readBytes(bytes: Uint8Array): Promise<RawTable> {
    writeFileSync(path, bytes);
    return readRawTable(path);
  }

  it("keeps a text that is not UTF-8, on record, and is refused where more are not than are", async () => {
    const bytes = readFileSync(fixture("duckdb-plain.parquet"));
    bytes[bytes.indexOf("Sør-Varanger") + 1] = 0xff;
    const table = await readBytes(bytes);
    const whole = await read("duckdb-plain.parquet");
    expect(table.details.unreadableTexts).toBe("1");
    expect(table.columns.find(({header}) => header === "navn")?.values).toContain(
      "S\ufffd\ufffdr-Varanger / Mátta-Várjjat",
    );
    expect(
      rowsOf(table)
        .flat()
        .filter((text) => text.includes("\ufffd")),
    ).toHaveLength(1);
    expect(table.rows).toBe(whole.rows);
    for (const [at, byte] of bytes.entries()) if (byte === 0xc3) bytes[at] = 0xff;
    await expect(readBytes(bytes)).rejects.toThrow(/^texts that are not in the file’s encoding, utf-8: \d/);
  });

  it("is refused when it has more cells than memory should be given to", async () => {
    const connection = await (await DuckDBInstance.create()).connect();
    const nothing = Array.from({length: 90}, (_, at) => `NULL::INTEGER AS a${at}`).join(", ");
    await connection.run(`COPY (SELECT ${nothing} FROM range(1000000)) TO '${path}' (FORMAT parquet)`);
    connection.closeSync();
    expect(statSync(path).size).toBeLessThan(100_000);
    await expect(readRawTable(path)).rejects.toThrow("more cells than a file of its size has: 90000000 (a.parquet)");
  });

  it("is refused when a name is used twice", async () => {
    const columnData = ["a", "a"].map((name) => ({name, data: [1, 2]}));
    await expect(readBytes(new Uint8Array(parquetWriteBuffer({columnData})))).rejects.toThrow(
      'variable’s name used twice: "a" (a.parquet)',
    );
  });
});
