import {execFileSync} from "node:child_process";
import {mkdtempSync, rmSync, symlinkSync, writeFileSync} from "node:fs";
import {copyFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {fixture} from "../../test/support/files/fixture.js";
import {readRawTable} from "./readRawTable.js";

describe("readRawTable(path)", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "raw-"));
  });
  afterAll(() => rmSync(folder, {recursive: true}));

  const inFolder = (name: string) => join(folder, name);

  it.each([
    ["haven-byte.sav", "answers.csv", "sav"],
    ["haven-zlib.zsav", "answers.sav", "zsav"],
    ["libreoffice.xlsx", "answers.txt", "xlsx"],
    ["excel-norwegian.csv", "answers.xlsx", "delimited"],
    ["gnu.csv.gz", "answers.csv", "delimited"],
    ["haven-118.dta", "answers.sav", "dta"],
    ["arrow-rs.parquet", "answers.csv", "parquet"],
  ])("tells %s by its content when it is called %s", async (name, other, format) => {
    await copyFile(fixture(name), inFolder(other));
    expect(await readRawTable(inFolder(other))).toMatchObject({file: other, format});
  });

  it.each([
    [
      "%PDF-1.7",
      "neither text, .xlsx, .sav, .dta nor Parquet, but seems to be a PDF document: ask for the table it was made from (a)",
    ],
    [
      "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
      "seems to be a workbook of the old .xls kind, or one with a password: save it as .xlsx without a password (a)",
    ],
    ["PARE\x15\x04", "seems to be an encrypted Parquet file: save it without a password (a)"],
    ["BZh91AY", "seems to be compressed with bzip2: unpack it first (a)"],
    ["<!DOCTYPE html>", "seems to be a web page: export the table as CSV or .xlsx (a)"],
    ["$FL9", "seems to be an SPSS file of an unknown kind: save it as .sav (a)"],
    ["", "empty file (a)"],
  ])("says what a file that begins with %j is, and what to do", async (text, message) => {
    writeFileSync(inFolder("a"), Buffer.from(text, "latin1"));
    await expect(readRawTable(inFolder("a"))).rejects.toThrow(message);
  });

  it("says when there is no file, or a folder", async () => {
    await expect(readRawTable(inFolder("none.csv"))).rejects.toThrow("no such file (none.csv)");
    await expect(readRawTable(folder)).rejects.toThrow(/^not a file \(raw-/);
  });

  it("does not wait for a pipe, and says when a link leads back to itself", async () => {
    execFileSync("mkfifo", [inFolder("pipe.csv")]);
    symlinkSync(inFolder("round.csv"), inFolder("round.csv"));
    await expect(readRawTable(inFolder("pipe.csv"))).rejects.toThrow("not a file (pipe.csv)");
    await expect(readRawTable(inFolder("round.csv"))).rejects.toThrow("link that leads back to itself (round.csv)");
  });

  it("names what it refuses without what steers a terminal", async () => {
    writeFileSync(inFolder("\u001b[2Ja.csv"), "\u009b31mq\u001b[2J;b\n1\n");
    const message = await readRawTable(inFolder("\u001b[2Ja.csv")).catch(String);
    expect(message).toBe("InputError: row of 1 cells under a header of 2 (\\u001b[2Ja.csv, row 2)");
  });

  it.each(["pspp-blocks.zsav", "haven-byte.sav", "libreoffice.xlsx", "excel-mac.csv", "gnu.csv.gz"])(
    "tells of bytes of %s read, never fewer than before, up to all",
    async (name) => {
      const told: [number, number][] = [];
      await readRawTable(fixture(name), {progress: (done, total) => told.push([done, total])});
      const done = told.map(([bytes]) => bytes);
      expect(done).toEqual([...done].sort((a, b) => a - b));
      expect(told.every(([, total]) => total === told[0][1])).toBe(true);
      expect(done.at(-1)).toBe(told[0][1]);
    },
  );
});
