import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {fixture} from "../../test/support/files/fixture.js";
import {rowsOf} from "../../test/support/files/rowsOf.js";
import type {RawTable} from "./rawTable.js";
import {readRawTable} from "./readRawTable.js";

describe("text compressed with gzip", () => {
  let path = "";
  beforeAll(() => {
    path = join(mkdtempSync(join(tmpdir(), "gzip-")), "a.csv.gz");
  });
  afterAll(() => rmSync(join(path, ".."), {recursive: true}));

  function readBytes(...parts: Uint8Array[]): Promise<RawTable> {
    writeFileSync(path, Buffer.concat(parts));
    return readRawTable(path);
  }

  it.each([
    ["gnu.csv.gz", "excel-norwegian.csv"],
    ["two-parts.csv.gz", "excel-norwegian.csv"],
    ["r.csv.gz", "excel-norwegian-utf8.csv"],
  ])("%s is read as %s is", async (packed, plain) => {
    const table = await readRawTable(fixture(packed));
    expect(rowsOf(table)).toEqual(rowsOf(await readRawTable(fixture(plain))));
    expect(table.details.compression).toBe("gzip");
  });

  it("is read in every encoding and with the line of every row", async () => {
    for (const name of ["libreoffice-tab-utf16.csv", "utf16-be.csv", "sep-line.csv", "libreoffice-comma-utf8.csv"]) {
      const {details, file: _, ...table} = await readRawTable(fixture(name));
      const packed = await readBytes(gzipSync(readFileSync(fixture(name))));
      expect(packed, name).toMatchObject({...table, details: {...details, compression: "gzip"}});
    }
  });

  it("is refused where a byte is another, it is cut short, or bytes follow", async () => {
    const bytes = readFileSync(fixture("gnu.csv.gz"));
    const isSumOrLength = (at: number) => at >= bytes.length - 8;
    for (const at of bytes.keys()) {
      const other = Buffer.from(bytes);
      other[at] ^= 1;
      if (at >= 10 || isSumOrLength(at))
        await expect(readBytes(other), `byte ${at}`).rejects.toThrow("damaged gzip file");
    }
    for (let end = 2; end < bytes.length; end++) {
      await expect(readBytes(bytes.subarray(0, end)), `cut at ${end}`).rejects.toThrow("damaged gzip file");
    }
    const after = "bytes after the end of the compressed data (a.csv.gz)";
    await expect(readBytes(bytes, Buffer.alloc(4))).rejects.toThrow(after);
  });

  it("that would fill the memory is refused", async () => {
    const rows = gzipSync(Buffer.from(`a;b\n${"1;2\n".repeat(30_000_000)}`));
    await expect(readBytes(rows)).rejects.toThrow("gzip file that unpacks to over 200 times its size (a.csv.gz)");
    const cell = gzipSync(Buffer.from(`a;b\n1;"${"x".repeat(40_000_000)}`));
    await expect(readBytes(cell)).rejects.toThrow("row of over 16 million bytes (a.csv.gz, row 2)");
  });

  it("is not unpacked for another format", async () => {
    const packed = gzipSync(readFileSync(fixture("haven-byte.sav")));
    await expect(readBytes(packed)).rejects.toThrow("seems to be a .sav file compressed with gzip: unpack it first");
    await expect(readBytes(gzipSync(gzipSync("a;b")))).rejects.toThrow("compressed with gzip twice: unpack it first");
    await expect(readBytes(gzipSync(""))).rejects.toThrow("empty file (a.csv.gz)");
  });
});
