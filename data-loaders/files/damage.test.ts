import {mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {fixture} from "../../test/support/files/fixture.js";
import {rowsOf} from "../../test/support/files/rowsOf.js";
import {sampled} from "../../test/support/sampled.js";
import {InputError} from "../inputs/inputError.js";
import type {RawTable} from "./rawTable.js";
import {readRawTable} from "./readRawTable.js";

const systemFiles = ["haven-none.sav", "haven-byte.sav", "haven-zlib.zsav", "pspp-1252.sav", "kommune_a_60.sav"];
const workbooks = ["libreoffice.xlsx", "exceljs.xlsx"];
const smallWorkbook = "exceljs-1904.xlsx";

describe("a damaged file", () => {
  let path = "";
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "damage-"));
    path = join(folder, "damaged");
  });
  afterAll(() => rmSync(folder, {recursive: true}));

  /** The table, or null when the reader says what is wrong. Any other error fails the test. */
  async function readOrRefuse(file: string): Promise<RawTable | null> {
    try {
      return await readRawTable(file);
    } catch (error) {
      expect(error).toBeInstanceOf(InputError);
      return null;
    }
  }

  const wholeOf = async (name: string) => ({...(await readRawTable(fixture(name))), file: "damaged"});

  const alsoCut = [
    "haven-117.dta",
    "readstata13-1252.dta",
    "duckdb-snappy.parquet",
    "polars-zstd.parquet",
    "gnu.csv.gz",
  ];

  it.each([...systemFiles, smallWorkbook, ...alsoCut])("%s is refused when cut short at any byte", async (name) => {
    const bytes = readFileSync(fixture(name));
    writeFileSync(path, bytes);
    const isAtAnEnd = (length: number) => length < 8 || length >= bytes.length - 8;
    const lengths = sampled([...bytes.keys()], {size: 150, kind: (length) => isAtAnEnd(length) && length});
    for (const length of lengths.toReversed()) {
      truncateSync(path, length);
      expect(await readOrRefuse(path), `cut at ${length}`).toBeNull();
    }
  });

  it("of Stata differs in one cell where a byte of its data is another, or is refused", async () => {
    const name = "pandas-big-endian.dta";
    const whole = await wholeOf(name);
    const bytes = readFileSync(fixture(name));
    const places = [...bytes.keys()].slice(bytes.indexOf("<data>") + 6, bytes.indexOf("</data>"));
    for (const at of sampled(places, {size: 100})) {
      const changed = Buffer.from(bytes);
      changed[at] ^= 0x11;
      writeFileSync(path, changed);
      const table = await readOrRefuse(path);
      if (table) expect(cellsThatDiffer(table, whole), `byte ${at}`).toBeLessThanOrEqual(1);
    }
  });

  it("compressed with gzip is refused or gives every cell, whichever byte is another", async () => {
    const name = "r.csv.gz";
    const whole = await wholeOf(name);
    const bytes = readFileSync(fixture(name));
    const kept = new Set<number>();
    for (const at of bytes.keys()) {
      const changed = Buffer.from(bytes);
      changed[at] ^= 0x11;
      writeFileSync(path, changed);
      const table = await readOrRefuse(path);
      if (table?.details.compression !== "gzip") continue;
      expect(table).toEqual(whole);
      kept.add(at);
    }
    // Time, way of packing and system, which stand in the ten bytes of the head.
    expect([...kept].every((at) => at < 10)).toBe(true);
  });

  it("of a workbook is refused where a part is not what its checksum says", async () => {
    for (const name of [...workbooks, smallWorkbook]) {
      const bytes = readFileSync(fixture(name));
      const entry = Buffer.from("PK\x01\x02", "latin1");
      for (let at = bytes.indexOf(entry); at >= 0; at = bytes.indexOf(entry, at + 1)) bytes[at + 16] ^= 1;
      writeFileSync(path, bytes);
      await expect(readRawTable(path), name).rejects.toThrow("damaged part in workbook");
    }
  });

  it("of SPSS is refused where a byte follows its data", async () => {
    const bytes = readFileSync(fixture("kommune_a_60.sav"));
    for (const said of [60, -1]) {
      bytes.writeInt32LE(said, 80);
      writeFileSync(path, Buffer.concat([bytes, Buffer.alloc(8, 252), Buffer.of(1)]));
      await expect(readRawTable(path)).rejects.toThrow("bytes after the end of the data");
    }
  });

  it("of SPSS is refused where a case is cut, also if it does not say how many it has", async () => {
    const reasons = new Set<string>();
    const cases = readFileSync(fixture("haven-byte.sav"));
    cases.writeInt32LE(-1, 80);
    const caseCount = cases.indexOf(Buffer.of(7, 0, 0, 0, 16, 0, 0, 0, 8, 0, 0, 0, 2, 0, 0, 0));
    if (caseCount >= 0) cases.writeBigInt64LE(-1n, caseCount + 24);
    for (let cut = 8; cut <= 200; cut += 8) {
      writeFileSync(path, cases.subarray(0, cases.length - cut));
      await readRawTable(path).catch((error: Error) => reasons.add(error.message));
    }
    expect(reasons).toContain("file is cut short in the middle of a case (damaged)");
  });

  it("that has more cases or fewer than its header says is refused by both numbers", async () => {
    const bytes = readFileSync(fixture("kommune_a_60.sav"));
    for (const cases of [59, 61]) {
      bytes.writeInt32LE(cases, 80);
      writeFileSync(path, bytes);
      await expect(readRawTable(path)).rejects.toThrow(`60 rows read where the file says it has ${cases} (damaged)`);
    }
  });
});

function cellsThatDiffer(one: RawTable, other: RawTable): number {
  const rowsOfOther = rowsOf(other);
  const cells = rowsOf(one).flatMap((row, at) => row.filter((cell, column) => cell !== rowsOfOther[at][column]));
  return cells.length;
}
