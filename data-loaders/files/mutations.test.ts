import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import fc from "fast-check";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {fixture} from "../../test/support/files/fixture.js";
import {runs, seed} from "../../test/support/sampled.js";
import {InputError} from "../inputs/inputError.js";
import type {RawTable} from "./rawTable.js";
import {readRawTable} from "./readRawTable.js";

/** What reading a small file may take at most, in milliseconds, whatever its bytes say. */
const mostMilliseconds = 10_000;

interface Format {
  /** As the reader names it. */
  formats: readonly string[];
  files: readonly string[];
  /** Whether a checksum guards every byte of what is read. */
  isSealed?: boolean;
  /** Whether the file says somewhere how many rows it has. */
  isCounted?: boolean;
}

const formats: Record<string, Format> = {
  text: {
    formats: ["delimited"],
    files: ["excel-norwegian.csv", "excel-norwegian-utf8.csv", "libreoffice-tab-utf16.csv", "sep-line.csv"],
  },
  "gzipped text": {formats: ["delimited"], files: ["gnu.csv.gz", "r.csv.gz", "two-parts.csv.gz"], isSealed: true},
  XLSX: {formats: ["xlsx"], files: ["libreoffice.xlsx", "exceljs.xlsx", "exceljs-1904.xlsx"], isSealed: true},
  "SPSS, .sav": {
    formats: ["sav", "zsav"],
    files: ["haven-none.sav", "haven-byte.sav", "pspp-1252.sav", "kommune_a_60.sav", "pspp-byte.sav", "big-endian.sav"],
    isCounted: true,
  },
  "SPSS, .zsav": {
    formats: ["sav", "zsav"],
    files: ["haven-zlib.zsav", "pspp-blocks.zsav", "pspp-zlib.zsav"],
    isCounted: true,
  },
  Stata: {
    formats: ["dta"],
    files: [
      ...["foreign-108.dta", "pandas-114.dta", "haven-117.dta", "haven-119.dta", "pandas-118.dta"],
      ...["pandas-big-endian.dta", "readstata13-1252.dta"],
    ],
    isCounted: true,
  },
  Parquet: {
    formats: ["parquet"],
    files: [
      ...["duckdb-snappy.parquet", "duckdb-v2.parquet", "duckdb-plain.parquet", "polars-zstd.parquet"],
      ...["polars-gzip.parquet", "arrow-rs-encodings.parquet", "arrow-rs-lengths.parquet", "parquetjs.parquet"],
    ],
    isCounted: true,
  },
};

/** What may happen to a file, at a place and with some bytes. Those that keep its length are told apart. */
const mutations: Record<string, (file: Buffer, at: number, bytes: Buffer) => Buffer> = {
  "flipped bit": (file, at, [bits]) => file.fill(file[at] ^ (1 << (bits % 8)), at, at + 1),
  "other bytes": (file, at, bytes) =>
    Buffer.concat([file.subarray(0, at), bytes, file.subarray(at + bytes.length)]).subarray(0, file.length),
  zeros: (file, at, bytes) => file.fill(0, at, Math.min(file.length, at + bytes.length)),
  cut: (file, at) => file.subarray(0, at),
  gap: (file, at, bytes) => Buffer.concat([file.subarray(0, at), file.subarray(at + bytes.length)]),
  "more bytes": (file, at, bytes) => Buffer.concat([file.subarray(0, at), bytes, file.subarray(at)]),
  "a part twice": (file, at, bytes) => Buffer.concat([file.subarray(0, at + 8 * bytes.length), file.subarray(at)]),
};
const keepLength = ["flipped bit", "other bytes", "zeros"];

const mutation = (files: readonly string[]) =>
  fc.record({
    name: fc.constantFrom(...files),
    kind: fc.constantFrom(...Object.keys(mutations)),
    at: fc.double({min: 0, max: 1, maxExcluded: true, noNaN: true}),
    bytes: fc.uint8Array({minLength: 1, maxLength: 8}),
  });

describe("a mutated file", () => {
  let path = "";
  beforeAll(() => {
    path = join(mkdtempSync(join(tmpdir(), "mutated-")), "mutated");
  });
  afterAll(() => rmSync(join(path, ".."), {recursive: true}));

  /** The table, or null when the reader says what is wrong. Any other error fails the test. */
  async function readOrRefuse(): Promise<RawTable | null> {
    const start = performance.now();
    try {
      return await readRawTable(path);
    } catch (error) {
      expect(error).toBeInstanceOf(InputError);
      return null;
    } finally {
      expect(performance.now() - start).toBeLessThan(mostMilliseconds);
    }
  }

  it.each(Object.entries(formats))("of %s is refused by name, or read as a whole table", async (_, format) => {
    const {files, isSealed, isCounted} = format;
    const whole = new Map(
      await Promise.all(
        files.map(async (name) => [name, {...(await readRawTable(fixture(name))), file: "mutated"}] as const),
      ),
    );
    await fc.assert(
      fc.asyncProperty(mutation(files), async ({name, kind, at, bytes}) => {
        const file = readFileSync(fixture(name));
        writeFileSync(path, mutations[kind](file, Math.floor(at * file.length), Buffer.from(bytes)));
        const table = await readOrRefuse();
        if (table === null || !format.formats.includes(table.format)) return;
        expectWhole(table);
        if (isSealed && table.details.compression === whole.get(name)?.details.compression)
          expect(table).toEqual(whole.get(name));
        if (isCounted && keepLength.includes(kind)) expect(table.rows).toBe(whole.get(name)?.rows);
      }),
      {numRuns: runs(60, 2000), seed},
    );
  });
});

/** Every column has a text for every row, and each text once. */
function expectWhole({rows, columns, rowNumbers}: RawTable): void {
  expect(rows).toBeGreaterThan(0);
  expect(rowNumbers).toHaveLength(rows);
  for (const {codes, values} of columns) {
    expect(codes).toHaveLength(rows);
    expect(codes.every((code) => values[code] !== undefined)).toBe(true);
    expect(new Set(values).size).toBe(values.length);
  }
}
