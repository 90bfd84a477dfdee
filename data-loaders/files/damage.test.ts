import {mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import fc from "fast-check";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {fixture} from "../../test/support/files/fixture.js";
import {runs, sampled} from "../../test/support/sampled.js";
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

  it.each([...systemFiles, smallWorkbook])("%s is refused when cut short at any byte", async (name) => {
    const bytes = readFileSync(fixture(name));
    writeFileSync(path, bytes);
    const isAtAnEnd = (length: number) => length < 8 || length >= bytes.length - 8;
    const lengths = sampled([...bytes.keys()], {size: 150, kind: (length) => isAtAnEnd(length) && length});
    for (const length of lengths.toReversed()) {
      truncateSync(path, length);
      expect(await readOrRefuse(path), `cut at ${length}`).toBeNull();
    }
  });

  const damage = (names: string[]) =>
    fc.record({
      name: fc.constantFrom(...names),
      at: fc.double({min: 0, max: 1, maxExcluded: true, noNaN: true}),
      bytes: fc.uint8Array({minLength: 1, maxLength: 8}),
    });

  function writeDamaged(name: string, at: number, damaged: Uint8Array): void {
    const bytes = readFileSync(fixture(name));
    bytes.set(damaged.subarray(0, bytes.length), Math.floor(at * (bytes.length - damaged.length)));
    writeFileSync(path, bytes);
  }

  it("of SPSS is refused or read whole, whatever bytes are others", async () => {
    const names = [...systemFiles, "pspp-byte.sav", "big-endian.sav"];
    const rowsOf = new Map(await Promise.all(names.map(async (name) => [name, (await wholeOf(name)).rows] as const)));
    await fc.assert(
      fc.asyncProperty(damage(names), async ({name, at, bytes}) => {
        writeDamaged(name, at, bytes);
        const table = await readOrRefuse(path);
        if (table?.format !== "sav" && table?.format !== "zsav") return;
        const rows = rowsOf.get(name) ?? Number.NaN;
        expect(table.rows).toBe(rows);
        for (const {codes, values} of table.columns) {
          expect(codes).toHaveLength(rows);
          expect(codes.every((code) => values[code] !== undefined)).toBe(true);
        }
      }),
      {numRuns: runs(150, 600)},
    );
  });

  it("of a workbook is refused or gives every cell, whatever bytes are others", async () => {
    const whole = new Map(await Promise.all(workbooks.map(async (name) => [name, await wholeOf(name)] as const)));
    await fc.assert(
      fc.asyncProperty(damage(workbooks), async ({name, at, bytes}) => {
        writeDamaged(name, at, bytes);
        const table = await readOrRefuse(path);
        if (table?.format === "xlsx") expect(table).toEqual(whole.get(name));
      }),
      {numRuns: runs(60, 300)},
    );
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
